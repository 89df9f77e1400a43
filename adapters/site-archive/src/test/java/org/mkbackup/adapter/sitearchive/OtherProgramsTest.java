package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.site.Compression;

/** What Python and GNU tar make of an archive, and what is made of theirs. */
class OtherProgramsTest extends RichSite {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isReadByPythonFromAStreamInEveryField(boolean gzip) throws IOException {
    byte[] archive = Archives.pack(home(), gzip ? Archives.GZIP : Compression.NONE);
    assertEquals(Program.facts(sites(), "heute"), Program.archiveFacts(store(archive)));
  }

  @Test
  void isReadByGnuTar() throws IOException {
    Path archive = store(Archives.pack(home(), Archives.GZIP));
    Path unpacked = Files.createDirectory(directory().resolve("unpacked"));
    Program.run(archive, List.of("tar", "-xzpf", "-", "-C", unpacked.toString()));
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
    byte[] archive = Program.run(Program.NOTHING, command);
    Path unpacked = Files.createDirectory(directory().resolve("unpacked"));
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
        "find", home().toString(), "-exec", "touch", "-h", "-d", "@1600000000.25", "{}", "+");
    assertArrayEquals(
        Program.stockArchive(sites(), "heute", ""), Archives.pack(home(), Compression.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gz"})
  void isTakenFromPython(String compression) throws IOException {
    Program.run(
        "find", home().toString(), "-exec", "touch", "-h", "-d", "@1600000000.25", "{}", "+");
    assertUnpacksAsItWas(Program.stockArchive(sites(), "heute", compression));
  }
}
