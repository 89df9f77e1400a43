package org.mkbackup.domain.failure;

/** A site, its account or its files stand in the way of what was asked. */
public final class SiteException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public SiteException(String what, String hint) {
    super(Category.SITE, what, hint, null);
  }

  public SiteException(String what, String hint, Throwable cause) {
    super(Category.SITE, what, hint, cause);
  }
}
