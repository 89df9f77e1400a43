package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.RunLogLines;

/** What other programs set, and see afterwards. */
class ExtendedAttributesCases extends RootTree {

  @BeforeEach
  void makeAttributes() {
    run(
        saved(),
        "mkdir d; echo ping > d/ping; chown 7:12 d/ping; chmod 4750 d/ping;"
            + " setcap cap_net_raw+ep d/ping; setfacl -m u:1234:rw,g:99:r d/ping;"
            + " setfacl -d -m u:1234:rwx d; setfattr -n trusted.secret -v 0x000a3dff d;"
            + " echo x > d/x; setfattr -n user.a%=b -v 0x0a000d d/x; setfattr -n user.empty d/x;"
            + " mkfifo d/fifo; setfacl -m u:9:rw d/fifo; ln -s x d/link; chown -h 3:4 d/link;"
            + " find . -exec touch -h -d @1600000000.123456789 {} +");
  }

  private Path archive() throws IOException {
    return Files.write(saved().resolveSibling("archive.tar"), SystemTrees.pack(saved()));
  }

  @Test
  void comeBack() {
    SystemTrees.restore(SystemTrees.pack(saved()), live());
    assertEquals(facts(saved()), facts(live()));
    assertTrue(run(live(), "getcap d/ping").contains("cap_net_raw"));
  }

  @Test
  void takeThePlaceOfOthers() {
    run(
        live(),
        "mkdir d; setfacl -d -m u:1:rwx,g:1:rwx d .; setfacl -m u:1:rwx d;"
            + " setfattr -n user.old -v 1 d; echo old > d/ping; setfattr -n user.old -v 1 d/ping");
    SystemTrees.restore(SystemTrees.pack(saved()), live());
    assertEquals(facts(saved()), facts(live()));
  }

  @Test
  void areUnderstoodByGnuTar() throws IOException {
    Path archive = archive();
    Path to = live().resolveSibling(".");
    Program.run(
        archive, List.of("tar", "-xp", "--xattrs", "--xattrs-include=*", "--acls", "-C", "" + to));
    assertEquals(facts(saved()), facts(live()));
    String listing =
        Program.text(
            Program.run(
                archive, List.of("tar", "-tvv", "--xattrs", "--xattrs-include=*", "--acls")));
    assertTrue(listing.contains("security.capability"), listing);
    assertTrue(listing.contains("user:1234:rw-"), listing);
  }

  @Test
  void areTakenFromGnuTar() {
    String from = saved().resolveSibling(".").toString();
    byte[] archive =
        Program.run(
            "tar", "--format=pax", "--xattrs", "--xattrs-include=*", "--acls", "-cC", from, "rw");
    SystemTrees.restore(archive, live());
    assertEquals(facts(saved()), facts(live()));
  }

  @Test
  void doNotDisturbPython() throws IOException {
    String script =
        """
        import sys, tarfile
        for m in tarfile.open(fileobj=sys.stdin.buffer, mode='r|*'):
          print(m.name, sorted(k for k in m.pax_headers if 'xattr' in k))
        """;
    String listing = Program.text(Program.run(archive(), List.of("python3", "-c", script)));
    assertTrue(
        listing.contains("'SCHILY.xattr.user.a%25%3Db', 'SCHILY.xattr.user.empty']"), listing);
    assertTrue(listing.contains("rw/d/link []"), listing);
  }

  @Test
  void areLeftOutWithOneWarningWhereTheFileSystemHasNone() {
    run(live(), "mount -t ramfs none .");
    RunLogLines log = new RunLogLines();
    SystemTrees.restore(SystemTrees.pack(saved()), live(), log);
    assertFalse(log.warnings().isEmpty());
    assertEquals(
        log.warnings().stream().distinct().count(), log.warnings().size(), log.all()::toString);
    assertEquals("x\n", run(live(), "cat d/x"));
  }
}
