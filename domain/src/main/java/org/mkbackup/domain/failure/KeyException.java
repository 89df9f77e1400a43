package org.mkbackup.domain.failure;

/** A key that is missing or can't be used, or a passphrase that doesn't open it. */
public final class KeyException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public KeyException(String what, String hint) {
    super(Category.KEY, what, hint, null);
  }

  public KeyException(String what, String hint, Throwable cause) {
    super(Category.KEY, what, hint, cause);
  }
}
