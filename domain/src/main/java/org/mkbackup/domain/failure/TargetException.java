package org.mkbackup.domain.failure;

/** A target, or a backup on it, that isn't there or can't be read or written. */
public final class TargetException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public TargetException(String what, String hint) {
    super(Category.TARGET, what, hint, null);
  }

  public TargetException(String what, String hint, Throwable cause) {
    super(Category.TARGET, what, hint, cause);
  }
}
