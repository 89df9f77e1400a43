package org.mkbackup.adapter.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SkeletonConverter.Choice;
import org.mkbackup.domain.port.SkeletonConverter.Conversion;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

class ThreeWayConverterTest {
  private static final String TEMPLATE =
      "User ###SITE###\nRoot ###ROOT###\nEdition ###EDITION###\n";
  private static final String OLD = "User heute\nRoot /omd/sites/heute\nEdition raw\n";
  private static final String NEW = "User morgen\nRoot /omd/sites/morgen\nEdition raw\n";

  @TempDir Path temp;
  private Path skeleton;
  private Path tree;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void makeTrees() throws IOException {
    skeleton = temp.resolve("skel");
    tree = temp.resolve("tree");
    Files.createDirectories(skeleton.resolve("etc"));
    Files.createDirectories(tree.resolve("etc"));
    Files.writeString(skeleton.resolve("etc/a.conf"), TEMPLATE);
  }

  @Test
  void aFileThatWasLeftAloneBecomesTheNewDefault() throws IOException {
    write("etc/a.conf", OLD);
    convert(Choice.ABORT);
    assertEquals(NEW, read("etc/a.conf"));
  }

  @Test
  void theUsersOtherChangesAreKept() throws IOException {
    write("etc/a.conf", "# mine\n" + OLD + "Timeout 120\n");
    convert(Choice.ABORT);
    assertEquals("# mine\n" + NEW + "Timeout 120\n", read("etc/a.conf"));
  }

  @Test
  void modesAreKept() throws IOException {
    write("etc/a.conf", OLD);
    Files.setAttribute(tree.resolve("etc/a.conf"), "unix:mode", 02750);
    convert(Choice.ABORT);
    assertEquals(0102750, Files.getAttribute(tree.resolve("etc/a.conf"), "unix:mode"));
  }

  @Test
  void aChangeOfTheSameLineIsDecidedAsAsked() throws IOException {
    String mine = OLD.replace("User heute", "User heute # mine");
    write("etc/a.conf", mine);
    convert(Choice.KEEP_OLD);
    assertEquals(mine, read("etc/a.conf"));
    convert(Choice.INSTALL);
    assertEquals(NEW, read("etc/a.conf"));
    assertEquals(List.of("etc/a.conf", "etc/a.conf"), asked);
  }

  @Test
  void abortingNamesTheFile() throws IOException {
    write("etc/a.conf", OLD.replace("User heute", "User mine"));
    SiteException failure = assertThrows(SiteException.class, () -> convert(Choice.ABORT));
    assertTrue(failure.getMessage().contains("etc/a.conf"), failure.getMessage());
  }

  @Test
  void aFileThatTheUserRemovedStaysAway() {
    convert(Choice.ABORT);
    assertFalse(Files.exists(tree.resolve("etc/a.conf")));
  }

  @Test
  void bytesThatAreNotUtf8Survive() throws IOException {
    byte[] bytes = (OLD + "\u00ff\u00fe\u0000").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(tree.resolve("etc/a.conf"), bytes);
    convert(Choice.ABORT);
    assertEquals(
        NEW + "\u00ff\u00fe\u0000",
        Files.readString(tree.resolve("etc/a.conf"), StandardCharsets.ISO_8859_1));
  }

  @Test
  void linksInTheTreeAreNeverFollowed() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), OLD);
    Files.createSymbolicLink(tree.resolve("etc/a.conf"), outside);
    Files.createDirectory(skeleton.resolve("var"));
    Files.writeString(skeleton.resolve("var/outside"), TEMPLATE);
    Files.createSymbolicLink(tree.resolve("var"), temp);
    convert(Choice.INSTALL);
    assertEquals(OLD, Files.readString(outside));
  }

  @Test
  void linksWhoseTextHoldsTheNameAreConverted() throws IOException {
    Files.createSymbolicLink(skeleton.resolve("etc/l"), Path.of("###ROOT###/x"));
    Files.createSymbolicLink(tree.resolve("etc/l"), Path.of("/omd/sites/heute/x"));
    convert(Choice.ABORT);
    assertEquals(Path.of("/omd/sites/morgen/x"), Files.readSymbolicLink(tree.resolve("etc/l")));
  }

  @Test
  void picturesAndTmpArePassedOver() throws IOException {
    for (String name : List.of("tmp/a", "etc/a.png", "etc/a.PDF")) {
      Files.createDirectories(skeleton.resolve(name).resolveSibling("."));
      Files.createDirectories(tree.resolve(name).resolveSibling("."));
      Files.writeString(skeleton.resolve(name), TEMPLATE);
      write(name, OLD);
    }
    convert(Choice.ABORT);
    for (String name : List.of("tmp/a", "etc/a.png", "etc/a.PDF")) {
      assertEquals(OLD, read(name), name);
    }
  }

  @Test
  void aMissingSkeletonConvertsNothing() throws IOException {
    write("etc/a.conf", OLD);
    skeleton = temp.resolve("missing");
    convert(Choice.ABORT);
    assertEquals(OLD, read("etc/a.conf"));
  }

  private void convert(Choice choice) {
    new ThreeWayConverter()
        .convert(
            new Conversion(
                tree,
                skeleton,
                new SiteVersion("2.3.0p1.cre"),
                new SiteName("heute"),
                new SiteName("morgen"),
                RunLog.silent()),
            file -> {
              asked.add(file);
              return choice;
            });
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(tree.resolve(name), content);
  }

  private String read(String name) throws IOException {
    return Files.readString(tree.resolve(name));
  }
}
