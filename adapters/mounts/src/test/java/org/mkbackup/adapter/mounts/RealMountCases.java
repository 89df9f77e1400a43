package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.MountManager;

/** File systems that are really mounted, in a private root. */
class RealMountCases {
  private static final MountId NAS = new MountId("nas");
  private final RunLogLines log = new RunLogLines();
  private final MountManager manager = new MountManagerProvider().create(SshfsContractCases.HOST);
  private SshServer server;
  private Mount mount;
  private Path place;

  @BeforeEach
  void startServer() throws IOException {
    server = SshServer.start(SshServer.newDirectory());
    mount = server.mount(NAS);
    place = Files.createDirectories(mount.place(SshfsContractCases.HOST));
  }

  @AfterEach
  void endServer() {
    if (manager.isUp(mount)) {
      manager.down(mount, log);
    }
    server.close();
  }

  private String mountOptions() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
        .filter(line -> line.contains(" " + place + " "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsWrittenIsOnTheServerAndRunsNothing() throws IOException {
    try (MountManager.Use use = manager.use(mount, log)) {
      Files.writeString(place.resolve("backup"), "whole");
      for (String option : List.of("nosuid", "nodev", "noexec")) {
        assertTrue(mountOptions().contains(option), option);
      }
    }
    assertEquals("whole", Files.readString(server.data().resolve("backup")));
    assertFalse(Files.exists(place.resolve("backup")));
  }

  @Test
  void aServerWithAnotherKeyIsRefused() throws IOException {
    String options =
        mount.optionText().replaceFirst("=[^,]*/known", "=" + server.wrongKnownHosts());
    Mount other = Mount.of(NAS, MountType.SSHFS, mount.source(), options);
    String refused =
        assertThrows(TargetException.class, () -> manager.use(other, log)).getMessage();
    assertTrue(refused.contains("its key is known to root"), refused);
    assertFalse(manager.isUp(other));
  }

  @Test
  void aMountWhoseProcessWasKilledIsMountedAnew() throws IOException {
    manager.up(mount, log);
    Files.writeString(server.data().resolve("file"), "there");
    SshServer.run("sh", "-c", "kill -9 $(grep -lx sshfs /proc/[0-9]*/comm | cut -d/ -f3)");
    manager.use(mount, log).close();
    assertTrue(manager.isUp(mount));
    assertEquals("there", Files.readString(place.resolve("file")));
  }

  @Test
  void aProcessThatStandsStillIsNoticedAndDetached() {
    manager.up(mount, log);
    SshServer.run("sh", "-c", "kill -STOP $(grep -lx sshfs /proc/[0-9]*/comm | cut -d/ -f3)");
    String refused = assertThrows(TargetException.class, () -> manager.check(mount)).getMessage();
    assertTrue(refused.contains("no answer within 10 s"), refused);
    manager.down(mount, log);
    assertFalse(manager.isUp(mount));
    SshServer.run("sh", "-c", "kill -9 $(grep -lx sshfs /proc/[0-9]*/comm | cut -d/ -f3)");
  }

  @Test
  void anotherFileSystemThereIsTakenAsItIs() {
    SshServer.run("mount", "-t", "tmpfs", "none", place.toString());
    manager.use(mount, log).close();
    assertTrue(manager.isUp(mount));
    manager.down(mount, log);
    assertFalse(manager.isUp(mount));
  }

  @Test
  void anImageIsCheckedAndKeptWhileItIsBusy() throws IOException {
    Path image = Files.createTempFile(Path.of("/omd"), "image", "");
    SshServer.run("truncate", "-s", "8M", image.toString());
    SshServer.run("mkfs.ext4", "-q", image.toString());
    SshServer.run("mount", "-o", "loop", image.toString(), place.toString());
    manager.check(mount);
    Process user = new ProcessBuilder("sleep", "1000").directory(place.toFile()).start();
    try {
      String refused =
          assertThrows(TargetException.class, () -> manager.down(mount, log)).getMessage();
      assertTrue(refused.contains("busy"), refused);
    } finally {
      user.destroyForcibly().onExit().join();
    }
    manager.down(mount, log);
    assertFalse(manager.isUp(mount));
  }

  @Test
  void aKernelOrSystemWithoutNfsIsToldInOneLine() {
    Mount nfs = Mount.of(NAS, MountType.NFS, "127.0.0.1:/x", "vers=4.2");
    String refused = assertThrows(TargetException.class, () -> manager.use(nfs, log)).what();
    boolean isClear =
        refused.contains("this system's kernel knows no NFS")
            || refused.contains("needs the command 'mount.nfs'")
            || refused.contains("can't be mounted from 127.0.0.1:/x");
    assertTrue(isClear, refused);
  }

  @Test
  void whatAKilledRunLeftMountedGoesWithTheNextUse() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UsingProcess.class.getName(),
                mount.source(),
                mount.optionText())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals('u', killed.getInputStream().read());
    MountManager.Use own = manager.use(mount, log);
    own.close();
    assertTrue(manager.isUp(mount), "the other process uses it");
    assertThrows(TargetException.class, () -> manager.down(mount, log));
    killed.destroyForcibly().waitFor();
    assertTrue(manager.isUp(mount));
    manager.use(mount, log).close();
    assertFalse(manager.isUp(mount));
  }

  /** Uses the mount until it is killed. */
  static final class UsingProcess {
    private UsingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
      MountManager manager = new MountManagerProvider().create(SshfsContractCases.HOST);
      Mount mount = Mount.of(NAS, MountType.SSHFS, arguments[0], arguments[1]);
      MountManager.Use use = manager.use(mount, new RunLogLines());
      System.out.print("used");
      System.out.flush();
      Thread.currentThread().join();
      use.close();
    }
  }
}
