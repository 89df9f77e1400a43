package org.mkbackup.domain.failure;

/** A program that the settings name, such as a hook, that can't be run, failed, or didn't end. */
public final class ProgramException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public ProgramException(String what, String hint) {
    super(Category.PROGRAM, what, hint, null);
  }

  public ProgramException(String what, String hint, Throwable cause) {
    super(Category.PROGRAM, what, hint, cause);
  }
}
