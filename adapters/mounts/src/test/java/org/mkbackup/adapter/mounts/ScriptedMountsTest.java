package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.adapter.mounts.Commands.Outcome;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.MountManager;

/** What is made of the answers that the system's commands give. */
class ScriptedMountsTest {
  private static final Mount NFS =
      Mount.of(new MountId("nas"), MountType.NFS, "store:/backups", "");
  private final RunLogLines log = new RunLogLines();
  @TempDir private Path root;
  private ScriptedCommands commands;
  private MountManager manager;

  @BeforeEach
  void aMachineBelowAnotherRoot() throws IOException {
    commands = new ScriptedCommands(root.resolve("mountinfo"));
    Host host = new Host(root, Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
    MountPoints points = new MountPoints(host, commands, new MountTable(root.resolve("mountinfo")));
    manager = new SystemMounts(points, root.resolve("run"));
  }

  private String refused() {
    return assertThrows(TargetException.class, () -> manager.use(NFS, log)).getMessage();
  }

  private String place() {
    return NFS.place(new Host(root, Context.SYSTEM, "vm", Optional.empty(), Optional.empty()))
        .toString();
  }

  @Test
  void aUseMountsAsksAndUnmounts() {
    manager.use(NFS, log).close();
    assertEquals(
        List.of(
            "mount -t nfs -o soft,retry=0,timeo=100,retrans=3,nosuid,nodev,noexec --"
                + " store:/backups "
                + place(),
            "stat --file-system -- " + place(),
            "find " + place() + " -mindepth 1 -maxdepth 1 -print -quit",
            "umount -- " + place()),
        commands.lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mount.nfs: No such device",
        "mount: /mnt/auto/nas: unknown filesystem type 'nfs'.",
        "mount error: cifs filesystem not supported by the system"
      })
  void aKernelThatLacksTheTypeIsToldInOneLine(String said) {
    commands.answer("mount", new Outcome(true, 32, said));
    String message = refused();
    assertTrue(message.contains("this system's kernel knows no NFS (" + said + ")"), message);
    assertFalse(manager.isUp(NFS));
  }

  @Test
  void aMissingHelperIsToldWithItsPackage() {
    commands.hasHelpers = false;
    assertTrue(refused().endsWith("Install the package nfs-common."));
    assertEquals(List.of(), commands.lines);
  }

  @Test
  void whatTheSystemSaysOfAFailureIsTold() {
    commands.answer("mount", new Outcome(true, 32, "mount.nfs: access denied by server"));
    String message = refused();
    assertTrue(message.contains("mount.nfs: access denied by server (exit code 32)"), message);
  }

  @Test
  void aServerThatLetsTheCommandWaitIsGivenUp() {
    commands.answer("mount", ScriptedCommands.HANGS);
    assertTrue(refused().contains("gives no answer within 40 s"));
  }

  @Test
  void whatIsMountedAndGivesNoAnswerIsDetachedAgain() {
    commands.answer("stat", ScriptedCommands.HANGS).answer("umount -- ", ScriptedCommands.HANGS);
    commands.answer("umount --force", new Outcome(true, 1, ""));
    assertTrue(refused().contains("gives no answer within 10 s"));
    assertEquals(
        List.of("umount -- " + place(), "umount --force --lazy -- " + place()),
        commands.changes().subList(1, 3));
    assertEquals(1, log.warnings().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stale file handle", "Transport endpoint is not connected"})
  void whatIsStaleIsMountedAnew(String said) {
    manager.up(NFS, log);
    commands.answer("stat", new Outcome(true, 1, "stat: cannot read: " + said));
    assertTrue(refused().contains(said));
    assertEquals("umount --force --lazy -- " + place(), commands.changes().get(1));
    assertTrue(commands.changes().get(2).startsWith("mount -t nfs"));
  }

  @Test
  void aDirectoryThatMayNotBeListedIsAnAnswer() {
    commands.answer("find", new Outcome(true, 1, "find: '/mnt/auto/nas': Permission denied"));
    manager.use(NFS, log).close();
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void aSiteUsesWhatIsUpAndIsToldWhoMounts() {
    Host host = new Host(root, Context.SITE, "vm", Optional.empty(), Optional.empty());
    MountManager site =
        new SiteMounts(new MountPoints(host, commands, new MountTable(root.resolve("mountinfo"))));
    String refused = assertThrows(TargetException.class, () -> site.use(NFS, log)).getMessage();
    assertTrue(refused.contains("'mkbackup mount up nas' as root"), refused);
    manager.up(NFS, log);
    site.use(NFS, log).close();
    assertTrue(manager.isUp(NFS));
    assertThrows(TargetException.class, () -> site.down(NFS, log));
  }
}
