package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.site.Compression;

/** What becomes of all that files can be. */
class RichSiteTest extends RichSite {

  @Test
  void comesOutAsItWentIn() throws IOException {
    assertUnpacksAsItWas(Archives.pack(home(), Archives.GZIP));
  }

  @Test
  void comesOutAsItWentInWhereTheLocaleKnowsAsciiOnly() throws IOException {
    Path unpacked = Files.createDirectory(directory().resolve("unpacked"));
    PackAndUnpack.inAnotherJava(
        List.of("env", "LC_ALL=C"),
        "64m",
        home(),
        directory().resolve("archive"),
        unpacked.resolve("heute"));
    assertEquals(
        withoutOwners(Program.facts(sites(), "heute")),
        withoutOwners(Program.facts(unpacked, "heute")));
  }

  @Test
  void losesItsSocketAndWithAWarningItsDevice() throws IOException {
    RunLogLines log = new RunLogLines();
    new TarSiteArchiver(Archives.jdkOnly())
        .pack(Archives.packing(home(), Compression.NONE, log), OutputStream.nullOutputStream());
    assertTrue(log.details().stream().anyMatch(line -> line.contains("special/socket")));
    boolean device = Files.exists(home().resolve("special/null"));
    assertEquals(
        device ? 1 : 0, log.warnings().stream().filter(s -> s.contains("special/null")).count());
    assertFalse(log.warnings().stream().anyMatch(line -> line.contains("socket")));
  }
}
