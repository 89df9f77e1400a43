package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SiteAccounts.Account;

/** As whom this process runs. */
final class ProcessOwner {
  private static final Path SELF = Path.of("/proc/self");

  private ProcessOwner() {}

  static Account current() {
    try {
      return new Account(
          (int) Files.getAttribute(SELF, "unix:uid"), (int) Files.getAttribute(SELF, "unix:gid"));
    } catch (IOException e) {
      throw new SiteException(
          "The owner of this process can't be read from " + SELF + ": " + SystemReason.of(e),
          "See that /proc is mounted",
          e);
    }
  }
}
