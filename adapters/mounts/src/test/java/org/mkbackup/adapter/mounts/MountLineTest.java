package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;

/** The exact commands, word by word. */
class MountLineTest {
  private static final Host HOST =
      new Host(Path.of("/"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
  private static final String SSH =
      "BatchMode=yes,StrictHostKeyChecking=yes,PermitLocalCommand=no,ControlPath=none,"
          + "ConnectTimeout=10,ConnectionAttempts=1,ServerAliveInterval=10,ServerAliveCountMax=3";

  private static List<String> line(MountType type, String source, String options) {
    return MountLine.of(Mount.of(new MountId("nas"), type, source, options), HOST);
  }

  private static List<String> mount(String type, String options, String source) {
    return List.of("mount", "-t", type, "-o", options, "--", source, "/mnt/auto/nas");
  }

  @Test
  void nfs() {
    assertEquals(
        mount(
            "nfs",
            "soft,retry=0,timeo=100,retrans=3,nosuid,nodev,noexec",
            "store.example.org:/backups"),
        line(MountType.NFS, "store.example.org:/backups", ""));
  }

  @Test
  void nfsOfVersionThreeWithLimitsOfItsOwn() {
    assertEquals(
        mount(
            "nfs",
            "soft,retry=0,retrans=3,vers=3,nolock,timeo=50,nosuid,nodev,noexec",
            "[fe80::1%eth0]:/a dir"),
        line(MountType.NFS, "[fe80::1%eth0]:/a dir", "vers=3,nolock,timeo=50"));
  }

  @Test
  void nfsOfVersionFour() {
    assertEquals(
        mount(
            "nfs",
            "soft,retry=0,timeo=100,vers=4.2,sec=krb5p,retrans=2,nosuid,nodev,noexec",
            "10.0.0.1:/"),
        line(MountType.NFS, "10.0.0.1:/", "vers=4.2,sec=krb5p,retrans=2"));
  }

  @Test
  void cifsNamesTheFileOfItsCredentialsAndNoSecret() {
    assertEquals(
        mount(
            "cifs",
            "soft,echo_interval=10,credentials=/etc/cma/mkbackup_mounts/nas.credentials,"
                + "vers=3.1.1,domain=OFFICE,nosuid,nodev,noexec",
            "//filer/backups"),
        line(MountType.CIFS, "//filer/backups", "vers=3.1.1,domain=OFFICE"));
  }

  @Test
  void cifsOfAGuestHasNoCredentials() {
    assertEquals(
        mount("cifs", "soft,guest,echo_interval=30,nosuid,nodev,noexec", "//filer/backups/x y"),
        line(MountType.CIFS, "//filer/backups/x y", "guest,echo_interval=30"));
  }

  @Test
  void sshfs() {
    assertEquals(
        List.of(
            "setsid",
            "--wait",
            "sshfs",
            "backup@store:/srv",
            "/mnt/auto/nas",
            "-o",
            SSH
                + ",IdentitiesOnly=yes,allow_other,default_permissions,"
                + "IdentityFile=/root/.ssh/backup,port=2222,nosuid,nodev,noexec"),
        line(MountType.SSHFS, "backup@store:/srv", "IdentityFile=/root/.ssh/backup,port=2222"));
  }
}
