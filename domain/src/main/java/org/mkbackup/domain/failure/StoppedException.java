package org.mkbackup.domain.failure;

/** The run was ended by a signal or by the user. */
public final class StoppedException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public StoppedException(String what, String hint) {
    super(Category.STOPPED, what, hint, null);
  }

  public StoppedException(String what, String hint, Throwable cause) {
    super(Category.STOPPED, what, hint, cause);
  }
}
