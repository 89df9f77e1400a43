package org.mkbackup.domain.failure;

/** Somebody else is at work on the same thing, and holds its lock. */
public final class BusyException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public BusyException(String what, String hint) {
    super(Category.BUSY, what, hint, null);
  }

  public BusyException(String what, String hint, Throwable cause) {
    super(Category.BUSY, what, hint, cause);
  }
}
