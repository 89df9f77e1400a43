package org.mkbackup.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

/** Two small trees of a site, an old and a new one, that differ in all ways in which trees can. */
public final class ExampleSite {
  /** What of the old tree a new one keeps. */
  public static final String DATABASE = "var/clickhouse-server";

  private static final SiteName NAME = new SiteName("heute");

  private ExampleSite() {}

  /** A site in a directory of sites; nothing is made. */
  public static SiteTree in(Path sites) {
    return new SiteTree(NAME, sites.resolve(NAME.value()));
  }

  /** Makes the old tree. */
  public static void makeOld(Path home) {
    try {
      Files.createDirectories(home);
      fill(home, "old", "2.2.0p1.cre");
      file(home, "only-old", "old");
      file(home, "changes-kind", "a file");
      file(home, DATABASE + "/data/1", "kept");
      settle(home, "0751");
    } catch (IOException e) {
      throw new AssertionError("Can't make " + home, e);
    }
  }

  /** Fills a directory with the new tree. */
  public static void fillNew(Path staged) {
    try {
      fill(staged, "new", "2.3.0p1.cre");
      file(staged, "only-new", "new");
      file(staged, "changes-kind/inside", "a directory");
      Files.createDirectories(staged.resolve(DATABASE));
      settle(staged, "0755");
    } catch (IOException e) {
      throw new AssertionError("Can't fill " + staged, e);
    }
  }

  private static void fill(Path top, String content, String version) throws IOException {
    Files.createSymbolicLink(top.resolve("version"), Path.of("../../versions/" + version));
    Files.createSymbolicLink(top.resolve("dangling"), Path.of("/nowhere/" + content));
    file(top, "etc/omd/site.conf", content);
    file(top, "var/log/a\nb", content);
    file(top, "var/with space", content);
    file(top, "caf\u00e9", content);
    file(top, "locked/in/side", content);
    Files.createDirectories(top.resolve("tmp"));
    mode(top.resolve("etc/omd"), "0750");
    mode(top.resolve("locked/in"), "0555");
    mode(top.resolve("locked"), "0555");
  }

  private static void file(Path top, String rawName, String content) throws IOException {
    Path file = RawName.resolve(top, rawName);
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.ofEpochSecond(1_600_000_000L, 123_456_789L)));
  }

  private static void mode(Path path, String octal) throws IOException {
    Files.setAttribute(path, "unix:mode", Integer.parseInt(octal, 8));
  }

  /* Last of all, as unpacking does: what came after would change the time. */
  private static void settle(Path top, String octal) throws IOException {
    mode(top, octal);
    for (Path directory : List.of(top.resolve("var"), top)) {
      Files.setLastModifiedTime(
          directory, FileTime.from(Instant.ofEpochSecond(1_500_000_000L, 987_654_321L)));
    }
  }

  /**
   * What the site is when a new tree has taken the place of an old one.
   *
   * @param old a {@link TreeListing}
   * @param fresh a {@link TreeListing}
   */
  public static SortedMap<String, String> replaced(
      SortedMap<String, String> old, SortedMap<String, String> fresh) {
    SortedMap<String, String> expected = new TreeMap<>(fresh);
    if (old.containsKey(DATABASE)) {
      expected.keySet().removeIf(ExampleSite::isOfDatabase);
    }
    old.forEach(
        (name, line) -> {
          if (isOfDatabase(name)) {
            expected.put(name, line);
          }
        });
    return expected;
  }

  private static boolean isOfDatabase(String name) {
    return (name + "/").startsWith(DATABASE + "/");
  }

  /** Lets a test's temporary directory be removed by a user whom locked directories stop. */
  public static void unlock(Path tree) {
    try {
      Files.walkFileTree(tree, new Unlocking());
    } catch (IOException e) {
      throw new AssertionError("Can't unlock " + tree, e);
    }
  }

  private static final class Unlocking extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      return FileVisitResult.CONTINUE;
    }
  }
}
