package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites that their own omd archives and restores. */
class SiteEngineIT {
  private static final String OMD =
      """
      #!/bin/sh
      case $1 in
        backup)
          yes 'this site has something to say' | head -n 5000 >&2
          cd "$OMD_ROOT/.." && tar cf - "$OMD_SITE/version" "$OMD_SITE" | gzip ;;
        restore)
          echo 'converted by omd' >&2
          cd "%1$s/omd/sites" && gzip -d | tar xf - ;;
        status) exit 1 ;;
        start) touch "%1$s/omd/sites/${2:-$OMD_SITE}/started" ;;
      esac
      """;

  @TempDir Path temp;
  private ApplianceRoot cma;

  @BeforeEach
  void anApplianceWhoseSettingsAskForOmd() throws IOException {
    cma = ApplianceRoot.in(temp);
    Files.writeString(cma.root().version().resolve("bin/omd"), OMD.formatted(cma.root().path()));
    cma.write("etc/mkbackup/mkbackup.conf", "site-engine = omd\n");
  }

  @Test
  void omdMakesTheArchiveAndIsHeard() throws IOException, InterruptedException {
    cma.backUp();

    assertTrue(
        Tools.members(temp, cma.backup().resolve("site-heute.tar.gz"))
            .contains("heute/etc/a.conf"));
    String output = Json.read(cma.path("var/lib/mkbackup/all.state")).string("output");
    assertTrue(output.contains("this site has something to say"), output);
  }

  @Test
  void omdReadsTheArchive() throws IOException {
    String id = cma.backUp();
    Files.delete(cma.root().site("heute").resolve("etc/a.conf"));

    Program.Result result = cma.program().mkbackup("restore", "nas", id, "--no-reboot");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains("converted by omd"), result.out());
    assertTrue(Files.exists(cma.root().site("heute").resolve("etc/a.conf")));
    assertTrue(Files.exists(cma.root().site("heute").resolve("started")));
    assertTrue(Files.exists(cma.root().site("morgen").resolve("started")));
  }

  @Test
  void anOmdThatFailsFailsTheBackup() throws IOException {
    Files.writeString(
        cma.root().version().resolve("bin/omd"),
        "#!/bin/sh\n[ $1 = status ] && exit 1\necho 'out of order' >&2; exit 5\n");

    Program.Result result = cma.program().mkbackup("backup", "all");

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.err().contains("ended with 5: out of order"), result.toString());
    try (Stream<Path> left = Files.list(cma.target())) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void anUnknownEngineIsRefused() throws IOException {
    cma.write("etc/mkbackup/mkbackup.conf", "site-engine = tar\n");

    Program.Result result = cma.program().mkbackup("backup", "all");

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains("builtin, omd or auto"), result.toString());
  }
}
