package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.site.SiteTree;

/** A site with a daemon that follows a script. */
abstract class WithFakeDaemon {
  final RunLogLines log = new RunLogLines();
  private SiteDirectory directory;
  private SiteTree site;
  private int connections;

  @BeforeEach
  void makeSite() throws IOException {
    directory = new SiteDirectory();
    site = directory.site("heute");
    Files.createDirectories(site.home());
  }

  @AfterEach
  void removeSite() throws IOException {
    directory.close();
  }

  static String obey(String command) {
    return command.isEmpty() ? "-1 no command\n" : "0 fine\n";
  }

  /** Holds and releases files one after the other, and tells what the daemon was told. */
  List<String> read(UnaryOperator<String> script, String... names) throws IOException {
    return read(Duration.ofSeconds(20), script, names);
  }

  List<String> read(Duration patience, UnaryOperator<String> script, String... names)
      throws IOException {
    try (FakeRrdcached daemon = new FakeRrdcached(site, script)) {
      try (RrdUpdates updates = new Rrdcached(patience).connect(site, log)) {
        for (String name : names) {
          updates.hold(rrd(name));
          updates.release(rrd(name));
        }
      }
      connections = daemon.connections();
      return daemon.commands();
    }
  }

  int connections() {
    return connections;
  }

  Path rrd(String name) {
    return site.home().resolve(name + ".rrd");
  }
}
