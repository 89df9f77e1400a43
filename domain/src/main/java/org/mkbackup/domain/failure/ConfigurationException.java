package org.mkbackup.domain.failure;

/** A configuration file, or a job or target in it, that doesn't say what it should. */
public final class ConfigurationException extends MkbackupException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String what, String hint) {
    super(Category.CONFIGURATION, what, hint, null);
  }

  public ConfigurationException(String what, String hint, Throwable cause) {
    super(Category.CONFIGURATION, what, hint, cause);
  }
}
