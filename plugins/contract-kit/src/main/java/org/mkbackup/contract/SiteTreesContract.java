package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** What every {@link SiteTrees} promises. */
public abstract class SiteTreesContract {
  private static final String DATABASE = ExampleSite.DATABASE;

  @TempDir Path top;

  protected abstract SiteTrees trees();

  private final RunLogLines log = new RunLogLines();
  private Path old;
  private Path fresh;

  @BeforeEach
  void makeTrees() throws IOException {
    old = top.resolve("old");
    fresh = Files.createDirectory(top.resolve("new"));
    ExampleSite.makeOld(old);
    ExampleSite.fillNew(fresh);
  }

  @AfterEach
  void unlock() {
    ExampleSite.unlock(top);
  }

  @Test
  void removesATreeWithReadOnlyDirectories() {
    trees().remove(old, log);

    assertFalse(Files.exists(old));
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void removesSymlinksAndNotWhatTheyLeadTo() throws IOException {
    Files.createSymbolicLink(old.resolve("out"), fresh);
    Files.createSymbolicLink(top.resolve("link"), fresh);
    SortedMap<String, String> before = TreeListing.of(fresh);

    trees().remove(old, log);
    trees().remove(top.resolve("link"), log);

    assertEquals(before, TreeListing.of(fresh));
    assertFalse(Files.isSymbolicLink(top.resolve("link")));
  }

  @Test
  void removesATreeThatIsNotThere() {
    trees().remove(top.resolve("nothing"), log);

    assertEquals(List.of(), log.all());
  }

  @Test
  void carriesADirectoryOverAndBack() {
    SortedMap<String, String> oldBefore = TreeListing.of(old);
    SortedMap<String, String> kept = TreeListing.of(old.resolve(DATABASE));

    trees().carryOver(old, fresh, DATABASE);
    assertEquals(kept, TreeListing.of(fresh.resolve(DATABASE)));
    assertFalse(Files.exists(old.resolve(DATABASE)));

    trees().carryBack(old, fresh, DATABASE);
    assertEquals(oldBefore, TreeListing.of(old));
    assertFalse(Files.exists(fresh.resolve(DATABASE)));
  }

  @Test
  void carriesBackAsOftenAsItIsAsked() {
    SortedMap<String, String> before = TreeListing.of(old);
    trees().carryOver(old, fresh, DATABASE);
    trees().carryOver(old, fresh, DATABASE);

    trees().carryBack(old, fresh, DATABASE);
    trees().carryBack(old, fresh, DATABASE);

    assertEquals(before, TreeListing.of(old));
  }

  @Test
  void carriesNothingBackThatWasNotCarriedOver() throws IOException {
    trees().remove(old.resolve(DATABASE), log);
    SortedMap<String, String> oldBefore = TreeListing.of(old);
    SortedMap<String, String> freshBefore = TreeListing.of(fresh);

    trees().carryBack(old, fresh, DATABASE);
    trees().carryOver(old, fresh, DATABASE);
    trees().carryBack(old, fresh, DATABASE);

    assertEquals(oldBefore, TreeListing.of(old));
    assertEquals(freshBefore, TreeListing.of(fresh));
  }

  @Test
  void givesUpWhatTheNewTreeHasInThePlace() throws IOException {
    Files.writeString(fresh.resolve(DATABASE).resolve("other"), "new");

    trees().carryOver(old, fresh, DATABASE);

    assertFalse(Files.exists(fresh.resolve(DATABASE).resolve("other")));
    assertEquals("kept", Files.readString(fresh.resolve(DATABASE).resolve("data/1")));
  }

  @Test
  void makesTheDirectoriesAboveThatTheNewTreeLacks() throws IOException {
    Path empty = Files.createDirectory(top.resolve("empty"));

    trees().carryOver(old, empty, DATABASE);

    assertEquals("kept", Files.readString(empty.resolve(DATABASE).resolve("data/1")));
  }

  @Test
  void carriesNothingThatIsBehindASymlink() throws IOException {
    Path linked = Files.createDirectory(top.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("var"), old.resolve("var"));

    trees().carryOver(linked, fresh, DATABASE);

    assertTrue(Files.exists(old.resolve(DATABASE).resolve("data/1")));
  }

  @Test
  void marksASiteThatIsNotWholeUntilItIs() throws IOException {
    Path mark = new SiteTree(new SiteName("heute"), old).inPlaceMark();
    trees().beginInPlace(old);
    trees().beginInPlace(old);
    assertTrue(Files.exists(mark));
    trees().clear(old, log);
    assertTrue(Files.exists(mark));
    trees().endInPlace(old);
    assertFalse(Files.exists(mark.resolveSibling("")));
  }

  @Test
  void refusesToMarkASiteBehindASymlink() throws IOException {
    Files.createSymbolicLink(old.resolve(".restore_working_dir"), fresh);
    SortedMap<String, String> before = TreeListing.of(fresh);

    assertThrows(SiteException.class, () -> trees().beginInPlace(old));
    assertEquals(before, TreeListing.of(fresh));
  }

  @Test
  void clearsAHomeButForWhatIsItsOwn() throws IOException {
    Path working = Files.createDirectory(old.resolve(".restore_working_dir"));
    Files.createFile(working.resolve("mkbackup.lock"));
    Files.createSymbolicLink(old.resolve("out"), fresh);
    SortedMap<String, String> before = TreeListing.of(fresh);

    trees().clear(old, log);

    assertEquals(
        Set.of(
            ".",
            ".restore_working_dir",
            ".restore_working_dir/mkbackup.lock",
            "var",
            DATABASE,
            DATABASE + "/data",
            DATABASE + "/data/1"),
        TreeListing.of(old).keySet());
    assertEquals(before, TreeListing.of(fresh));
    assertEquals(List.of(), log.warnings());
  }
}
