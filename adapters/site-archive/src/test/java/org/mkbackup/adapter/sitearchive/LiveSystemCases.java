package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;

/** A system that goes on while it is restored. */
class LiveSystemCases extends RootTree {

  @Test
  void givesFilesToWhoHasTheNameHereAndElseToTheNumber() throws IOException {
    byte[] archive =
        new TarForge()
            .pax("uname=daemon", "gname=nobody-has-this")
            .file("rw/known", "x")
            .pax("uname=007")
            .file("rw/number", "x")
            .end();
    SystemTrees.restore(archive, live());
    String daemon = run(live(), "id -u daemon").strip();
    assertEquals(daemon + " 1000\n", run(live(), "stat -c '%u %g' known"));
    assertEquals("1000 1000\n", run(live(), "stat -c '%u %g' number"));
  }

  @Test
  void replacesAProgramThatRuns() throws IOException {
    run(saved(), "echo new > program");
    run(live(), "cp \"$(readlink -f \"$(command -v sleep)\")\" program");
    Process running = new ProcessBuilder(live().resolve("program").toString(), "600").start();
    try {
      SystemTrees.restore(SystemTrees.pack(saved()), live());
      assertTrue(running.isAlive());
      assertEquals("new\n", Files.readString(live().resolve("program")));
    } finally {
      running.destroyForcibly();
    }
  }

  @Test
  void leavesWhatIsMounted() {
    run(saved(), "mkdir both; echo new > both/file");
    run(
        live(),
        "mkdir -p both extra/in mnt/nas; mount -t tmpfs none both; mount -t tmpfs none extra/in;"
            + " mount --bind extra/in mnt/nas; touch both/kept extra/in/kept extra/removed");
    SystemTrees.restore(SystemTrees.pack(saved()), live());
    assertEquals("new\n", run(live(), "cat both/file"));
    assertEquals(
        "./both/file\n./both/kept\n./extra/in/kept\n./mnt/nas/kept\n",
        run(live(), "find . -type f | sort"));
  }

  @Test
  void saysWhatIsMountedWhereAFileShouldBe() {
    run(saved(), "echo file > place");
    run(live(), "mkdir place; mount -t tmpfs none place; touch place/kept");
    SiteException failure =
        assertThrows(
            SiteException.class, () -> SystemTrees.restore(SystemTrees.pack(saved()), live()));
    assertTrue(failure.what().contains("/rw/place"), failure::what);
    assertTrue(failure.what().contains("mounted"), failure::what);
    assertTrue(Files.exists(live().resolve("place/kept")));
  }

  @Test
  void leavesTheOldFileWhereThereIsNoRoomForTheNewOne() {
    run(saved(), "head -c 4000000 /dev/urandom > big");
    run(
        live(),
        "mount -t tmpfs -o size=1m none .; cd \"$PWD\"; echo old > big; echo extra > extra");
    SiteException failure =
        assertThrows(
            SiteException.class, () -> SystemTrees.restore(SystemTrees.pack(saved()), live()));
    assertTrue(failure.what().contains("No space left on device"), failure::what);
    assertEquals("old\nextra\n", run(live(), "cat big extra"));
    assertFalse(Files.exists(live().resolve(LiveTree.HIDDEN), LinkOption.NOFOLLOW_LINKS));
    run(live(), "mount -o remount,size=16m .");
    SystemTrees.restore(SystemTrees.pack(saved()), live());
    assertEquals(facts(saved()), facts(live()));
  }

  @Test
  void goesByALinkToTheDirectoryItself() throws IOException {
    run(saved(), "echo x > file");
    Path link = Files.createSymbolicLink(live().resolveSibling("link"), live());
    SystemTrees.restore(SystemTrees.pack(saved()), link);
    assertEquals(facts(saved()), facts(live()));
  }
}
