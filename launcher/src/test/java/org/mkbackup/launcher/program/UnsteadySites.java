package org.mkbackup.launcher.program;

import org.junit.jupiter.api.Assumptions;

/** For scripts of {@link PrivateSites}: a site, and file systems whose servers fail as told. */
final class UnsteadySites {
  /** Makes the site {@code heute}, and has what {@code unsteady.sh} says. */
  static final String HEUTE =
      PrivateSites.file("unsteady.py", "/var/tmp/unsteady.py")
          + PrivateSites.file("unsteady.sh", "/var/tmp/unsteady.sh")
          + ". /var/tmp/unsteady.sh\n";

  private UnsteadySites() {}

  /**
   * Leaves a test out whose script found no loop devices.
   *
   * @param said by the script
   */
  static void requireLoopDevices(String said) {
    Assumptions.assumeFalse(
        said.contains("no loop devices"), "File systems that fail were left out: no loop devices");
  }
}
