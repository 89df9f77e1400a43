package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OmdBadInputIT {
  private static final String MAKER =
      """
      import sys, tarfile
      out, members = sys.argv[1], sys.argv[2].split()
      kinds = {'dir': tarfile.DIRTYPE, 'file': tarfile.REGTYPE, 'link': tarfile.SYMTYPE,
               'hard': tarfile.LNKTYPE, 'device': tarfile.CHRTYPE}
      with tarfile.open(out, 'w:gz', format=tarfile.PAX_FORMAT) as archive:
          for member in members:
              kind, name, target = (member.split(':') + [''])[:3]
              info = tarfile.TarInfo(name)
              info.type, info.linkname = kinds[kind], target
              archive.addfile(info)
      """;
  private static final String VERSION =
      "link:heute/version:../../versions/" + RelocatedRoot.VERSION;

  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private Path archive;
  private Program program;

  @BeforeEach
  void aRunningSite() throws IOException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    root.start("heute");
    archive = temp.resolve("a.tar.gz");
    program = new Program(root.siteEnvironment("heute"), temp);
  }

  @ParameterizedTest
  @CsvSource({
    "file:heute/../../evil, heute/../../evil",
    "file:/tmp/evil, /tmp/evil",
    "link:heute/out:/tmp file:heute/out/evil, out/evil",
    "link:heute/out:../.. file:heute/out/evil, out/evil",
    "hard:heute/passwd:../../etc/passwd, ../../etc/passwd",
    "hard:heute/passwd:/etc/passwd, /etc/passwd",
    "device:heute/device, heute/device",
    "file:other/a, other/a"
  })
  void membersThatNoSiteHasAreRefused(String members, String named) throws Exception {
    make(VERSION + " dir:heute " + members);

    assertRefusedAndUntouched(named);
    assertFalse(Files.exists(root.path().resolve("omd/evil")));
  }

  @ParameterizedTest
  @CsvSource({
    "dir:heute file:heute/a, no archive of a site",
    "link:heute/version:../../../etc, ../../../etc",
    "link:heute/version:../../versions/9.9.9.cre, 9.9.9.cre"
  })
  void anArchiveWithoutAnInstalledVersionIsRefused(String members, String named) throws Exception {
    make(members);

    assertRefusedAndUntouched(named);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "1, -1", "0.5, flipped", "1, flipped"})
  void aDamagedArchiveIsRefused(double share, String how) throws Exception {
    assertEquals(0, program.omd("backup", archive.toString()).exit());
    byte[] whole = Files.readAllBytes(archive);
    int place = (int) (whole.length * share);
    if (how.equals("flipped")) {
      // Several bytes, because a single bit may be one that no decoder looks at.
      for (int i = place - 8; i < place; i++) {
        whole[i] ^= 0x55;
      }
      Files.write(archive, whole);
    } else {
      Files.write(archive, Arrays.copyOf(whole, place + Integer.parseInt(how)));
    }

    assertRefusedAndUntouched(archive.toString());
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "20000"})
  void whatIsNoArchiveIsRefused(int size) throws Exception {
    Files.writeString(archive, "x".repeat(size));

    assertRefusedAndUntouched(archive.toString());
  }

  @ParameterizedTest
  @CsvSource({"2, mkbackup restore", "1, March 2017"})
  void aSealedArchiveIsToldFromNone(String version, String hint) throws Exception {
    Files.writeString(archive, version + "\0" + "256\0" + "x".repeat(2000));

    assertRefusedAndUntouched("sealed in Checkmk's container, version " + version);
    assertRefusedAndUntouched(hint);
  }

  @Test
  void anArchiveThatIsNotThereOrADirectoryIsNamed() throws Exception {
    assertRefusedAndUntouched("a.tar.gz");
    Files.createDirectory(archive);
    assertRefusedAndUntouched("is a directory");
  }

  private void make(String members) throws IOException, InterruptedException {
    Tools.run(temp, "python3", "-c", MAKER, archive.toString(), members);
  }

  private void assertRefusedAndUntouched(String named) throws IOException {
    SortedMap<String, String> before = TreeState.of(home);

    Program.Result result = program.omd("restore", "--kill", archive.toString());

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains(named), result.toString());
    assertEquals(before, TreeState.of(home));
    assertFalse(root.calls().contains("stop"));
    assertTrue(root.isRunning("heute"));
  }
}
