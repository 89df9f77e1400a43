package org.mkbackup.domain.host;

import java.util.Map;

/** The variables of the environment that hold a secret. */
public final class SecretVariables {
  /** The passphrase of a key. */
  public static final String PASSPHRASE = "MKBACKUP_PASSPHRASE";

  /** The password of a file server. */
  public static final String MOUNT_PASSWORD = "MKBACKUP_MOUNT_PASSWORD";

  private SecretVariables() {}

  /** Takes them out of an environment that a command would get, and its daemons would keep. */
  public static void removeFrom(Map<String, String> environment) {
    environment.remove(PASSPHRASE);
    environment.remove(MOUNT_PASSWORD);
  }
}
