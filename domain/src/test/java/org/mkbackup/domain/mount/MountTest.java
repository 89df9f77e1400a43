package org.mkbackup.domain.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Passphrase;

class MountTest {
  private static final MountId NAS = new MountId("nas");

  private static UsageException refused(MountType type, String source, String options) {
    return assertThrows(UsageException.class, () -> Mount.of(NAS, type, source, options));
  }

  private static String goodSource(MountType type) {
    return type == MountType.CIFS ? "//store/x" : "store:/x";
  }

  @Test
  void liesBelowTheRootThatIsInUse() {
    Host host = new Host(Path.of("/r"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
    Mount mount = Mount.of(NAS, MountType.CIFS, "//store/x", "");
    assertEquals(Path.of("/r/mnt/auto/nas"), mount.place(host));
    assertEquals(Path.of("/r/etc/cma/mkbackup_mounts/nas.credentials"), mount.credentials(host));
  }

  @Test
  void aGuestOfCifsNeedsNoCredentials() {
    assertTrue(Mount.of(NAS, MountType.CIFS, "//store/x", "vers=3").needsCredentials());
    assertFalse(Mount.of(NAS, MountType.CIFS, "//store/x", "vers=3,guest").needsCredentials());
    assertFalse(Mount.of(NAS, MountType.NFS, "store:/x", "").needsCredentials());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NFS|store:/a dir/x",
        "NFS|[2001:db8::1]:/x",
        "CIFS|//filer.example.org/share/below/it",
        "SSHFS|backup@store:",
        "SSHFS|store:rel/ative",
        "SSHFS|backup@[fe80::1%eth0]:/x"
      })
  void knowsTheSourcesOfEachType(MountType type, String source) {
    assertEquals(source, Mount.of(NAS, type, source, "").source());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NFS|store",
        "NFS|store:x",
        "NFS|-ofoo:/x",
        "NFS|a,b:/x",
        "NFS|store:/x,exec",
        "CIFS|/filer/share",
        "CIFS|//filer",
        "CIFS|//-filer/share",
        "CIFS|//filer/share,suid",
        "CIFS|//filer/share\\x",
        "SSHFS|-oProxyCommand=x:/",
        "SSHFS|x@-oProxyCommand=x:/",
        "SSHFS|store;id:/x",
        "SSHFS|store"
      })
  void refusesOtherSources(MountType type, String source) {
    assertTrue(refused(type, source, "").what().startsWith("'" + source + "' is no source"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NFS|exec|always nosuid, nodev and noexec",
        "CIFS|suid|always nosuid, nodev and noexec",
        "SSHFS|dev|always nosuid, nodev and noexec",
        "CIFS|user=me|--user",
        "CIFS|password=s3cret|--user",
        "CIFS|credentials=/etc/shadow|--user",
        "NFS|hard|give up in bounded time",
        "SSHFS|ssh_command=/bin/s3cret|Known for sshfs: ro, rw, port",
        "SSHFS|ProxyCommand=s3cret|Known for sshfs",
        "SSHFS|StrictHostKeyChecking=no|Known for sshfs",
        "NFS|helper=x|Known for nfs: ro, rw",
        "NFS|vers=4.2,,ro|Known for nfs",
        "CIFS|file_mode=04777|See mount.cifs(8)",
        "NFS|timeo=99999|See nfs(5)",
        "SSHFS|IdentityFile=/a b|See sshfs(1)",
        "NFS|ro,ro|Give it once"
      })
  void refusesOptionsThatAreNotKnownWithAHintAndNoSecret(
      MountType type, String options, String hint) {
    UsageException refused = refused(type, goodSource(type), options);
    assertTrue(refused.getMessage().contains(hint), refused.getMessage());
    assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
  }

  @Test
  void aSourceWithAPasswordIsNotShown() {
    String message = refused(MountType.CIFS, "//me:s3cret@filer/share", "").getMessage();
    assertFalse(message.contains("s3cret"), message);
  }

  @Property
  void noAcceptedTextHoldsWhatCouldEndAnArgumentOrAnOption(
      @ForAll MountType type, @ForAll String source, @ForAll String options) {
    try {
      Mount mount = Mount.of(NAS, type, source, options);
      assertFalse(mount.source().startsWith("-"));
      assertFalse(mount.source().matches("(?s).*[,\\\\\\p{Cntrl}].*"));
      assertFalse(mount.optionText().matches("(?s).*[\\s\\\\\\p{Cntrl}].*"));
    } catch (UsageException mostAreRefused) {
      assertTrue(mostAreRefused.what().lines().count() <= 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"a b,x", "OFFICE\\me,x", "me%x,y", "me,''"})
  void refusesUsersAndPasswordsThatMeanSomethingElse(String user, String password) {
    try (Passphrase secret = Passphrase.of(password.toCharArray())) {
      assertThrows(UsageException.class, () -> new MountCredentials(user, secret));
    }
  }

  @Test
  void aPasswordOfTwoLinesIsRefusedWithoutBeingShown() {
    try (Passphrase secret = Passphrase.of("s3cret\ndomain=x".toCharArray())) {
      UsageException refused =
          assertThrows(UsageException.class, () -> new MountCredentials("me", secret));
      assertFalse(refused.getMessage().contains("s3cret"));
      assertFalse(List.of(refused.getMessage()).toString().contains("domain=x"));
    }
  }
}
