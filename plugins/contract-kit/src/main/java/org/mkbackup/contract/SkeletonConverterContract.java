package org.mkbackup.contract;

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
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SkeletonConverter;
import org.mkbackup.domain.port.SkeletonConverter.Choice;
import org.mkbackup.domain.port.SkeletonConverter.Conversion;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.RawName;

/** What every {@link SkeletonConverter} promises. */
public abstract class SkeletonConverterContract {
  private static final String STOCK =
      """
      # Configuration of ###SITE###
      Listen 5000
      Root ###ROOT###

      Edition ###EDITION###
      Timeout 60
      """;

  @TempDir Path top;

  protected abstract SkeletonConverter converter();

  private final RunLogLines log = new RunLogLines();
  private final List<String> asked = new ArrayList<>();
  private Path skeleton;
  private Path tree;

  @BeforeEach
  void makeDirectories() throws IOException {
    skeleton = Files.createDirectory(top.resolve("skel"));
    tree = Files.createDirectory(top.resolve("tree"));
  }

  private void convert(Choice choice) {
    converter()
        .convert(
            new Conversion(
                tree,
                skeleton,
                new SiteVersion("2.3.0p1.cee"),
                new SiteName("gestern"),
                new SiteName("heute"),
                log),
            file -> {
              asked.add(file);
              return choice;
            });
  }

  private static String named(String site) {
    return STOCK
        .replace("###SITE###", site)
        .replace("###ROOT###", "/omd/sites/" + site)
        .replace("###EDITION###", "enterprise");
  }

  private static Path write(Path directory, String rawName, String content) throws IOException {
    Path file = RawName.resolve(directory, rawName);
    Files.createDirectories(file.resolveSibling(""));
    return Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path put(String rawName, String stock, String user) throws IOException {
    write(skeleton, rawName, stock);
    return write(tree, rawName, user);
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  @Test
  void makesAFileThatWasLeftAloneTheNewDefault() throws IOException {
    Path file = put("etc/omd.conf", STOCK, named("gestern"));

    convert(Choice.ABORT);

    assertEquals(named("heute"), read(file));
    assertTrue(log.all().contains("Converted etc/omd.conf"), log.all()::toString);
  }

  @Test
  void keepsWhatTheUserChangedElsewhereInTheFile() throws IOException {
    Path file = put("etc/omd.conf", STOCK, "mine\n" + named("gestern").replace("60", "90"));

    convert(Choice.ABORT);

    assertEquals("mine\n" + named("heute").replace("60", "90"), read(file));
    assertEquals(List.of(), asked);
  }

  @Test
  void leavesFilesWithoutANameAlone() throws IOException {
    put("etc/plain", "Timeout 60\n", "gestern ###SITE###\n");
    write(tree, "etc/of-the-user", named("gestern"));
    SortedMap<String, String> before = TreeListing.of(tree);

    convert(Choice.ABORT);

    assertEquals(before, TreeListing.of(tree));
  }

  @Test
  void leavesRemovedFilesAway() throws IOException {
    write(skeleton, "etc/removed/file", STOCK);

    convert(Choice.ABORT);

    assertFalse(Files.exists(tree.resolve("etc")));
  }

  @Test
  void passesOverTmpAndPictures() throws IOException {
    Path tmp = put("tmp/run/file", STOCK, named("gestern"));
    Path png = put("local/a.png", STOCK, named("gestern"));
    Path pdf = put("local/a.pdf", STOCK, named("gestern"));

    convert(Choice.ABORT);

    for (Path file : List.of(tmp, png, pdf)) {
      assertEquals(named("gestern"), read(file));
    }
  }

  @Test
  void keepsModesAndLineEndsAndAnyBytes() throws IOException {
    Path file = put("etc/\u00e9\n", "\u00ff ###SITE###\r\nend", "\u00ff gestern\r\nend\u0000");
    Files.setAttribute(file, "unix:mode", 06440);

    convert(Choice.KEEP_OLD);

    assertEquals("\u00ff heute\r\nend\u0000", read(file));
    assertEquals(06440, (int) Files.getAttribute(file, "unix:mode") & 07777);
  }

  @Test
  void asksOnceWhereBothChangedTheSameLine() throws IOException {
    Path file = put("etc/omd.conf", STOCK, named("gestern").replace("of gestern", "of mine"));

    convert(Choice.KEEP_OLD);

    assertEquals(named("gestern").replace("of gestern", "of mine"), read(file));
    assertEquals(List.of("etc/omd.conf"), asked);
  }

  @Test
  void installsTheNewDefaultOnRequest() throws IOException {
    Path file = put("etc/omd.conf", STOCK, named("gestern").replace("of gestern", "of mine"));

    convert(Choice.INSTALL);

    assertEquals(named("heute"), read(file));
  }

  @Test
  void endsWithTheNameOfTheFileOnRequest() throws IOException {
    put("etc/omd.conf", STOCK, named("gestern").replace("of gestern", "of mine"));

    SiteException failure = assertThrows(SiteException.class, () -> convert(Choice.ABORT));

    assertTrue(failure.getMessage().contains("etc/omd.conf"), failure.getMessage());
  }

  @Test
  void followsNoSymlinks() throws IOException {
    Path outside = write(top, "outside/omd.conf", named("gestern"));
    write(skeleton, "etc/omd.conf", STOCK);
    write(skeleton, "single", STOCK);
    Files.createSymbolicLink(tree.resolve("etc"), top.resolve("outside"));
    Files.createSymbolicLink(tree.resolve("single"), outside);

    convert(Choice.INSTALL);

    assertEquals(named("gestern"), read(outside));
    assertTrue(Files.isSymbolicLink(tree.resolve("single")));
  }

  @Test
  void convertsSymlinksThatAreAsTheSkeletonMadeThem() throws IOException {
    Files.createSymbolicLink(skeleton.resolve("home"), Path.of("###ROOT###/var"));
    Files.createSymbolicLink(skeleton.resolve("mine"), Path.of("###ROOT###/var"));
    Files.createSymbolicLink(tree.resolve("home"), Path.of("/omd/sites/gestern/var"));
    Files.createSymbolicLink(tree.resolve("mine"), Path.of("elsewhere"));

    convert(Choice.ABORT);

    assertEquals(Path.of("/omd/sites/heute/var"), Files.readSymbolicLink(tree.resolve("home")));
    assertEquals(Path.of("elsewhere"), Files.readSymbolicLink(tree.resolve("mine")));
  }

  @Test
  void changesNothingWhenDoneTwice() throws IOException {
    put("etc/omd.conf", STOCK, named("gestern").replace("60", "90"));
    put("etc/other", STOCK, named("gestern"));
    convert(Choice.ABORT);
    SortedMap<String, String> once = TreeListing.of(tree);

    convert(Choice.ABORT);

    assertEquals(once, TreeListing.of(tree));
  }
}
