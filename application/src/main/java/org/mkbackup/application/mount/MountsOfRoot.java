package org.mkbackup.application.mount;

import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;

/** The rule that mounts belong to the machine, and so to root. */
public record MountsOfRoot(Host host) {

  /** Refuses a change out of a site. */
  void require(String done) {
    if (host.context() != Context.SYSTEM) {
      throw new UsageException("Mounts are " + done + " by root alone", "Run this as root");
    }
  }
}
