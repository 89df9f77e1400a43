package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site with all that a tar archive can say of files. */
abstract class RichSite {
  @TempDir(factory = InMemory.class)
  private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectory(sites());
    Program.richSite(home());
  }

  @AfterEach
  void openDirectories() {
    Program.run("chmod", "-R", "u+rwX", directory.toString());
  }

  Path sites() {
    return directory.resolve("sites");
  }

  Path home() {
    return sites().resolve("heute");
  }

  Path store(byte[] archive) throws IOException {
    return Files.write(directory.resolve("archive"), archive);
  }

  /* Owners are given by the caller's rights, not by the archive. */
  static String withoutOwners(String facts) {
    return Pattern.compile("([0-7]{4}) \\d+ \\d+ '\\w*' '\\w*'").matcher(facts).replaceAll("$1");
  }

  void assertUnpacksAsItWas(byte[] archive) throws IOException {
    Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
    Archives.unpack(archive, unpacked.resolve("heute"));
    assertEquals(
        withoutOwners(Program.facts(sites(), "heute")),
        withoutOwners(Program.facts(unpacked, "heute")));
  }

  Path directory() {
    return directory;
  }
}
