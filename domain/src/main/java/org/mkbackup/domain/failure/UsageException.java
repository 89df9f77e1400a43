package org.mkbackup.domain.failure;

/** A command line, or a value in it, that makes no sense. */
public final class UsageException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public UsageException(String what, String hint) {
    super(Category.USAGE, what, hint, null);
  }

  public UsageException(String what, String hint, Throwable cause) {
    super(Category.USAGE, what, hint, cause);
  }
}
