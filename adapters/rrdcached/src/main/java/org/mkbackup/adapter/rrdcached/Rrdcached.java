package org.mkbackup.adapter.rrdcached;

import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

/** The rrdcached of a site, at the socket in its {@code tmp}. */
final class Rrdcached implements RrdUpdates.Daemon {
  private static final String SOCKET = "run/rrdcached.sock";
  // What the JDK lets through of the 108 bytes that the system has for it.
  private static final int LONGEST_ADDRESS = 106;

  private final Duration patience;

  /**
   * Makes one that has not connected to anything.
   *
   * @param patience how long a daemon may take to accept a connection or to answer
   */
  Rrdcached(Duration patience) {
    this.patience = patience;
  }

  @Override
  public RrdUpdates connect(SiteTree site, RunLog log) {
    Path socket = site.tmp().resolve(SOCKET);
    if (!Files.exists(socket)) {
      log.verbose("There is no rrdcached at " + RawName.forPeople(socket) + ", RRDs are not held");
      return new UnheldUpdates();
    }
    if (RawName.of(socket).length() > LONGEST_ADDRESS) {
      log.warn(
          "RRDs are not held: the path of rrdcached's socket is longer than a socket's may be: "
              + RawName.forPeople(socket));
      return new UnheldUpdates();
    }
    return new HeldUpdates(new Dialogue(UnixDomainSocketAddress.of(socket), patience, log), log);
  }
}
