package org.mkbackup.domain.failure;

/** A command or a volume of an appliance stands in the way of what was asked. */
public final class ApplianceException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public ApplianceException(String what, String hint) {
    super(Category.APPLIANCE, what, hint, null);
  }

  public ApplianceException(String what, String hint, Throwable cause) {
    super(Category.APPLIANCE, what, hint, cause);
  }
}
