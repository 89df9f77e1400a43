package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mkbackup.adapter.sitehome.Fault.Killed;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** A site on a stage where processes die. */
final class Scene {

  /** The ways in which a site can stand there. */
  enum Kind {
    WHOLE,
    WHOLE_WITHOUT_EXCHANGE,
    WHOLE_NEW_SITE,
    ENTRIES,
    ENTRIES_WITH_LOCK,
    ENTRIES_WITH_MOUNTS;

    boolean isWhole() {
      return name().startsWith("WHOLE");
    }
  }

  private static final String WORKING = ".restore_working_dir";
  private static final String LOCK = WORKING + "/mkbackup.lock";

  private final Kind kind;
  private final SiteTree site;
  private final Mounts mounts;
  private final SortedMap<String, String> old;
  private SortedMap<String, String> replaced = new TreeMap<>();

  Scene(Kind kind, Path directory) throws IOException {
    this.kind = kind;
    Path sites = Files.createDirectories(directory.resolve("sites")).toRealPath();
    this.site = ExampleSite.in(sites);
    List<String> points = new ArrayList<>();
    if (kind != Kind.WHOLE_NEW_SITE) {
      ExampleSite.makeOld(site.home());
    }
    if (kind == Kind.ENTRIES_WITH_LOCK) {
      Files.createDirectory(site.restoreWorkingDirectory());
      Files.createFile(site.home().resolve(LOCK));
    }
    if (kind == Kind.ENTRIES_WITH_MOUNTS) {
      points.addAll(List.of("tmp", "data", "var/deep/down", "data/inner"));
      fill("tmp/run", "data/a", "data/both", "var/deep/down/b", "data/inner/c", "var/deep/beside");
    }
    this.mounts = new Mounts(table(directory, points));
    this.old = listing();
  }

  private Path table(Path directory, List<String> points) throws IOException {
    StringBuilder lines = new StringBuilder("21 1 8:1 / / rw - ext4 /dev/sda1 rw\n");
    points.forEach(
        point -> lines.append("22 21 0:9 / " + site.home() + "/" + point + " rw - tmpfs t rw\n"));
    return Files.writeString(directory.resolve("mountinfo"), lines, StandardCharsets.ISO_8859_1);
  }

  private void fill(String... names) throws IOException {
    for (String name : names) {
      Path file = site.home().resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, "old");
    }
  }

  SiteTree site() {
    return site;
  }

  /** Whether the old tree stands. */
  void assertOld(String when) {
    assertEquals(withoutTraces(old), withoutTraces(listing()), when);
  }

  boolean isReplaced() {
    return withoutTraces(replaced).equals(withoutTraces(listing()));
  }

  /* What a kill may leave: the time of a directory, and a working directory that is empty. */
  private SortedMap<String, String> withoutTraces(SortedMap<String, String> listing) {
    SortedMap<String, String> rest = new TreeMap<>(listing);
    rest.replaceAll((name, line) -> mayHaveAnotherTime(name) ? line.replaceAll(" .*", "") : line);
    for (String top : List.of("", "data/", "data/inner/", "var/deep/down/")) {
      if (!old.containsKey(top + WORKING)) {
        rest.remove(top + WORKING);
      }
    }
    return rest;
  }

  private boolean mayHaveAnotherTime(String name) {
    boolean isTop = Set.of(".", "data", "data/inner", "var/deep/down").contains(name);
    return isTop || (name.equals("var") && kind.isWhole()) || name.endsWith(WORKING);
  }

  SiteHome home(Fault fault) {
    Disk disk = disk(fault);
    return home(disk, new FaultyTrees(fault, disk, mounts));
  }

  Disk disk(Fault fault) {
    return new FaultyDisk(fault, kind != Kind.WHOLE_WITHOUT_EXCHANGE);
  }

  /** Trees that nothing is wrong with. */
  SiteTrees trees(Disk disk) {
    return new FaultyTrees(Fault.none(), disk, mounts);
  }

  /** With a disk that does more than fail, and the trees on it. */
  SiteHome home(Fault fault, PowerCut disk) {
    return home(disk, disk.watched(new FaultyTrees(fault, disk, mounts)));
  }

  SiteHome home(Disk disk, SiteTrees trees) {
    return kind.isWhole()
        ? new WholeSiteHome(disk, mounts, trees)
        : new EntriesSiteHome(disk, mounts, trees);
  }

  /** Makes the new tree, and notes what the site will be with it. */
  SiteHome.Staged stageNew(Fault fault) throws IOException {
    return stageNew(home(fault));
  }

  SiteHome.Staged stageNew(SiteHome home) throws IOException {
    SiteHome.Staged staged = home.stage(site);
    ExampleSite.fillNew(staged.directory());
    if (kind == Kind.ENTRIES_WITH_MOUNTS) {
      Files.createDirectories(staged.directory().resolve("data/inner"));
      Files.writeString(staged.directory().resolve("data/both"), "new");
      Files.writeString(staged.directory().resolve("data/inner/d"), "new");
    }
    replaced = expect(TreeListing.of(staged.directory()));
    return staged;
  }

  private SortedMap<String, String> expect(SortedMap<String, String> fresh) {
    SortedMap<String, String> expected = ExampleSite.replaced(old, fresh);
    old.forEach(
        (name, line) -> {
          boolean isMount =
              kind == Kind.ENTRIES_WITH_MOUNTS
                  && (name + "/").matches("(tmp/.*|var/deep/(down/)?)");
          if (isMount || (name + "/").startsWith(WORKING + "/")) {
            expected.put(name, line);
          }
        });
    return expected;
  }

  SortedMap<String, String> listing() {
    return Files.exists(site.home()) ? TreeListing.of(site.home()) : new TreeMap<>();
  }

  /** Runs what may be killed; whether it was. */
  static boolean isKilled(Act act) throws IOException {
    try {
      act.run();
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  /** What a process does. */
  interface Act {
    void run() throws IOException;
  }

  SiteHome.Recovery recover(Fault fault) {
    return home(fault).recover(site, RunLog.silent());
  }

  /** The first process: all of a restore. */
  void replace(Fault fault) throws IOException {
    try (SiteHome.Staged staged = stageNew(fault)) {
      staged.swapIn(true);
      staged.accept(RunLog.silent());
    }
  }

  void assertNothingLeftOver() throws IOException {
    assertFalse(home(Fault.none()).isHalfDone(site));
    for (String name : Names.in(site.home().resolveSibling(""))) {
      assertEquals(site.name().value(), name);
    }
  }
}
