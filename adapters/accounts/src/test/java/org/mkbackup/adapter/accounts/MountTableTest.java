package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;

class MountTableTest {
  private static final String LINE = "tmpfs  /omd/sites/s1/tmp tmpfs noauto 0 0";
  private static final Set<String> PLACES = Set.of("/omd/sites/s1/tmp");
  @TempDir Path directory;
  private Path file;
  private MountTable table;

  @BeforeEach
  void makeTable() throws IOException {
    file = Files.createDirectory(directory.resolve("etc")).resolve("fstab");
    table = new MountTable(file, directory.resolve("lock"));
  }

  @Test
  void bytesThatAreNoTextStay() throws IOException {
    byte[] before = {'#', (byte) 0xe9, 0, (byte) 0xff, '\r', '\n'};
    Files.write(file, before);
    table.add(PLACES, LINE);
    assertEquals(before.length + LINE.length() + 1, Files.size(file));
    table.remove(PLACES);
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void keepsTheMode() throws IOException {
    Files.writeString(file, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    table.add(PLACES, LINE);
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aLinkInItsPlaceIsFollowedAndStays() throws IOException {
    Path real = Files.writeString(directory.resolve("real"), "");
    Files.createSymbolicLink(file, Path.of("../real"));
    table.add(PLACES, LINE);
    assertTrue(Files.isSymbolicLink(file));
    assertEquals(LINE + "\n", Files.readString(real));
  }

  @Test
  void whereThereIsNoTableThereIsNoneAfterwards() throws IOException {
    table.add(PLACES, LINE);
    table.remove(PLACES);
    assertEquals(List.of(), names());
  }

  @Test
  void isReplacedAsAWholeAndLeavesNothingBeside() throws IOException {
    Files.writeString(file, "old\n");
    Path before = Files.createLink(directory.resolve("before"), file);
    Files.writeString(file.resolveSibling(".fstab.mkbackup"), "left by a process that was killed");
    table.add(PLACES, LINE);
    assertEquals("old\n", Files.readString(before));
    assertEquals("old\n" + LINE + "\n", Files.readString(file));
    assertEquals(List.of("fstab"), names());
  }

  @Test
  void isNotTouchedWhenNothingChanges() throws IOException {
    Files.writeString(file, LINE);
    Object inode = Files.getAttribute(file, "unix:ino");
    table.add(PLACES, LINE);
    assertEquals(inode, Files.getAttribute(file, "unix:ino"));
  }

  @Test
  void nothingIsLostWhenManyChangeItAtOnce() throws IOException {
    Files.writeString(file, "");
    IntStream.range(0, 40)
        .parallel()
        .mapToObj(Integer::toString)
        .forEach(n -> table.add(Set.of("/" + n), "tmpfs /" + n + " tmpfs"));
    assertEquals(40, Files.readAllLines(file).size());
  }

  @Test
  void saysWhyItCantBeChanged() throws IOException {
    Files.createDirectory(file);
    SiteException failure = assertThrows(SiteException.class, () -> table.add(PLACES, LINE));
    assertTrue(failure.what().contains(file.toString()), failure::what);
    assertTrue(failure.what().contains("directory"), failure::what);
  }

  @Test
  void aLockThatIsALinkIsRefused() throws IOException {
    Files.writeString(file, "");
    Path victim = directory.resolve("victim");
    Files.createSymbolicLink(directory.resolve("lock"), victim);
    assertThrows(SiteException.class, () -> table.add(PLACES, LINE));
    assertTrue(Files.notExists(victim));
    assertEquals("", Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("etc"))) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }
}
