package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.mkbackup.contract.PrivateRoot;

/** Two directories in a private root: one to archive, one to restore to. */
abstract class RootTree {
  private Path saved = Path.of("/");
  private Path live = Path.of("/");

  @BeforeEach
  void makeTrees() throws IOException {
    PrivateRoot.requireInside();
    Path home = Files.createTempDirectory(Path.of("/omd"), "trees");
    saved = Files.createDirectories(home.resolve("saved/rw"));
    live = Files.createDirectories(home.resolve("live/rw"));
  }

  Path saved() {
    return saved;
  }

  Path live() {
    return live;
  }

  /** Runs a script of {@code /bin/sh} in a directory. */
  static String run(Path directory, String script) {
    byte[] output =
        Program.run(
            "/bin/sh", "-euc", "umask 022; cd \"$1\"; " + script, "script", directory.toString());
    return new String(output, StandardCharsets.UTF_8);
  }

  /** All that the system's own programs tell of the files in a directory. */
  static String facts(Path directory) {
    return run(
        directory,
        "export LC_ALL=C; find . | sort | while read f; do stat -c '%A %u %g %y %N' \"$f\";"
            + " getfattr -h -d -m - -e hex \"$f\"; test ! -f \"$f\" || cat \"$f\"; done");
  }
}
