package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.MountRepositoryContract;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountRepository;

class MountsConfTest extends MountRepositoryContract {
  @TempDir private Path root;

  @BeforeEach
  void makeDirectory() throws IOException {
    Files.createDirectories(root.resolve("etc/cma"));
  }

  private Host host() {
    return new Host(root, Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
  }

  private Path file() {
    return root.resolve("etc/cma/mkbackup_mounts.conf");
  }

  private MountRepository holding(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return empty();
  }

  @Override
  protected MountRepository empty() {
    return new MountsConf(host());
  }

  @Override
  protected MountRepository senseless() {
    return holding("{'mounts': {'wrong': {'type': 'nfs', 'source': 'store'}}}");
  }

  @Override
  protected Optional<String> keptUser(MountId id) {
    try {
      Path credentials = Mount.credentials(id, host());
      return Files.exists(credentials)
          ? Files.readAllLines(credentials).stream()
              .filter(line -> line.startsWith("username="))
              .map(line -> line.substring("username=".length()))
              .findFirst()
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void credentialsAreForRootAloneAndNowhereElse() throws IOException {
    empty().add(CIFS, Optional.of(credentials("s, 3cret=ä ")));
    Path credentials = root.resolve("etc/cma/mkbackup_mounts/filer.credentials");
    assertEquals("username=backup\npassword=s, 3cret=ä \n", Files.readString(credentials));
    assertEquals("rw-------", mode(credentials));
    assertEquals("rwx------", mode(credentials.resolveSibling(".")));
    assertFalse(Files.readString(file()).contains("3cret"));
    assertFalse(Files.readString(file()).contains("backup\n"));
  }

  @Test
  void allMayReadTheFileAndRootAloneMayWriteIt() throws IOException {
    empty().add(NFS, Optional.empty());
    assertEquals("rw-r--r--", mode(file()));
    assertEquals(
        """
        {'mounts': {'nas': {'options': 'vers=4.2,ro',
                            'source': 'store:/backups',
                            'type': 'nfs'}}}
        """,
        Files.readString(file()));
  }

  @Test
  void whatIsNotUnderstoodSurvivesAChange() throws IOException {
    MountRepository mounts =
        holding("# by hand\n{'later': (1, 2), 'mounts': {'x': {'type': 'tape'}, 7: None}}\n");
    mounts.add(NFS, Optional.empty());
    String text = Files.readString(file());
    for (String kept :
        new String[] {"# by hand\n", "'later': (1, 2)", "{'type': 'tape'}", "7: None"}) {
      assertTrue(text.contains(kept), text);
    }
  }

  @Test
  void aMountThatCannotBeStoredLeavesNoCredentials() throws IOException {
    Files.createSymbolicLink(file(), root.resolve("elsewhere"));
    assertThrows(
        ConfigurationException.class, () -> empty().add(CIFS, Optional.of(credentials("secret"))));
    assertEquals(Optional.empty(), keptUser(CIFS.id()));
  }

  @Test
  void aMountWithHostileOptionsIsRefusedByName() {
    MountRepository mounts =
        holding(
            "{'mounts': {'nas': {'type': 'sshfs', 'source': 'a:b', 'options': 'ssh_command=x'}}}");
    var refused = assertThrows(ConfigurationException.class, () -> mounts.find(NAS));
    assertEquals("Mount 'nas': The option 'ssh_command' is not for mounts here", refused.what());
  }
}
