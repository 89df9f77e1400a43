package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.site.Compression;

/** A site with all that a tar archive can say of files, and what other programs make of it. */
class RichSiteTest {
  @TempDir(factory = InMemory.class)
  private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectory(sites());
    Program.richSite(home());
  }

  @AfterEach
  void openDirectories() {
    Program.run(Path.of("/dev/null"), "chmod", "-R", "u+rwX", directory.toString());
  }

  private Path sites() {
    return directory.resolve("sites");
  }

  private Path home() {
    return sites().resolve("heute");
  }

  private Path store(byte[] archive) throws IOException {
    return Files.write(directory.resolve("archive"), archive);
  }

  /* Owners are given by the caller's rights, not by the archive. */
  private static String withoutOwners(String facts) {
    return Pattern.compile("([0-7]{4}) \\d+ \\d+ '\\w*' '\\w*'").matcher(facts).replaceAll("$1");
  }

  private void assertUnpacksAsItWas(byte[] archive) throws IOException {
    Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
    Archives.unpack(archive, unpacked.resolve("heute"));
    assertEquals(
        withoutOwners(Program.facts(sites(), "heute")),
        withoutOwners(Program.facts(unpacked, "heute")));
  }

  @Test
  void comesOutAsItWentIn() throws IOException {
    assertUnpacksAsItWas(Archives.pack(home(), Archives.GZIP));
  }

  @Test
  void comesOutAsItWentInWhereTheLocaleKnowsAsciiOnly() throws IOException {
    Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
    PackAndUnpack.inAnotherJava(
        List.of("env", "LC_ALL=C"),
        "64m",
        home(),
        directory.resolve("archive"),
        unpacked.resolve("heute"));
    assertEquals(
        withoutOwners(Program.facts(sites(), "heute")),
        withoutOwners(Program.facts(unpacked, "heute")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isReadByPythonFromAStreamInEveryField(boolean gzip) throws IOException {
    byte[] archive = Archives.pack(home(), gzip ? Archives.GZIP : Compression.NONE);
    assertEquals(Program.facts(sites(), "heute"), Program.archiveFacts(store(archive)));
  }

  @Test
  void isReadByGnuTar() throws IOException {
    Path archive = store(Archives.pack(home(), Archives.GZIP));
    Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
    Program.run(archive, "tar", "-xzpf", "-", "-C", unpacked.toString());
    assertEquals(Program.facts(sites(), "heute"), Program.facts(unpacked, "heute"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pax", "gnu"})
  void isTakenFromGnuTar(String format) throws IOException {
    List<String> command =
        List.of(
            "tar",
            "-cf",
            "-",
            "--format=" + format,
            "--exclude=special/null",
            "-C",
            sites().toString(),
            "heute/version",
            "heute");
    byte[] archive = Program.run(Path.of("/dev/null"), command);
    Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
    Archives.unpack(archive, unpacked.resolve("heute"));
    assertEquals(
        withoutTimes(Program.facts(sites(), "heute")),
        withoutTimes(Program.facts(unpacked, "heute")));
  }

  /* GNU's own format has whole seconds. */
  private static String withoutTimes(String facts) {
    return Pattern.compile("(?m) -?\\d+ (b'.*'|\\(.*\\)|\\S*)$")
        .matcher(withoutOwners(facts))
        .replaceAll(" $1");
  }

  @Test
  void isWrittenByteForByteAsPythonDoesWhereNoTimeNeedsMoreThanAFloat() throws IOException {
    Program.run(
        Path.of("/dev/null"),
        "find",
        home().toString(),
        "-exec",
        "touch",
        "-h",
        "-d",
        "@1600000000.25",
        "{}",
        "+");
    assertArrayEquals(
        Program.stockArchive(sites(), "heute", ""), Archives.pack(home(), Compression.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gz"})
  void isTakenFromPython(String compression) throws IOException {
    Program.run(
        Path.of("/dev/null"),
        "find",
        home().toString(),
        "-exec",
        "touch",
        "-h",
        "-d",
        "@1600000000.25",
        "{}",
        "+");
    assertUnpacksAsItWas(Program.stockArchive(sites(), "heute", compression));
  }

  @Test
  void losesItsSocketAndWithAWarningItsDevice() throws IOException {
    RunLogLines log = new RunLogLines();
    new TarSiteArchiver(new JdkDeflateEngine())
        .pack(Archives.packing(home(), Compression.NONE, log), OutputStream.nullOutputStream());
    assertTrue(log.details().stream().anyMatch(line -> line.contains("special/socket")));
    boolean device = Files.exists(home().resolve("special/null"));
    assertEquals(
        device ? 1 : 0, log.warnings().stream().filter(s -> s.contains("special/null")).count());
    assertFalse(log.warnings().stream().anyMatch(line -> line.contains("socket")));
  }
}
