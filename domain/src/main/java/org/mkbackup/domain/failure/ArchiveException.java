package org.mkbackup.domain.failure;

/** An archive, container or manifest that is damaged, hostile, or of a kind that can't be read. */
public final class ArchiveException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String what, String hint) {
    super(Category.ARCHIVE, what, hint, null);
  }

  public ArchiveException(String what, String hint, Throwable cause) {
    super(Category.ARCHIVE, what, hint, cause);
  }
}
