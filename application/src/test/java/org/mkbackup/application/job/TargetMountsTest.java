package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.contract.InMemoryBackupStore;
import org.mkbackup.contract.InMemoryMountRepository;
import org.mkbackup.contract.InMemoryMounts;
import org.mkbackup.contract.InMemoryTargetRepository;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.target.TargetOption;

class TargetMountsTest {
  private static final Host HOST =
      new Host(Path.of("/r"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
  private static final Mount NAS = Mount.of(new MountId("nas"), MountType.NFS, "store:/x", "");
  private final RunLogLines log = new RunLogLines();
  private final InMemoryMounts manager = new InMemoryMounts();
  private final InMemoryMountRepository mounts = new InMemoryMountRepository();

  @BeforeEach
  void configureAMount() {
    mounts.add(NAS, Optional.empty());
  }

  private static Target local(String path) {
    Literal parameters = Literal.Dict.EMPTY.with("path", Literal.text(path));
    return new Target(
        new TargetId("t"),
        Literal.Dict.EMPTY.with(
            "remote", new Literal.Tuple(List.of(Literal.text("local"), parameters))));
  }

  private Targets targets(TargetType type) {
    return new Targets(
        new InMemoryTargetRepository(),
        new TargetTypes(Map.of("local", type), HOST),
        new TargetMounts(HOST, mounts, manager));
  }

  private record Local(BackupStore store) implements TargetType {
    @Override
    public String id() {
      return "local";
    }

    @Override
    public List<TargetOption> options() {
      return List.of();
    }

    @Override
    public BackupStore open(Target target, Host host) {
      return store;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/r/mnt/auto/nas, true",
    "/r/mnt/auto/nas/below/it, true",
    "/r/mnt/auto/other, false",
    "/r/mnt/auto/nas2, false",
    "/r/mnt/auto/no id, false",
    "/r/mnt/auto, false",
    "/mnt/auto/nas, false"
  })
  void theMountIsUpWhileATargetOnItIsOpen(String path, boolean isOnIt) {
    try (OpenTarget open = targets(new Local(new InMemoryBackupStore())).open(local(path), log)) {
      assertEquals(isOnIt, manager.isUp(NAS));
      assertEquals(List.of(), open.store().list());
    }
    assertFalse(manager.isUp(NAS));
  }

  @Test
  void anInterruptDoesNotKeepItFromBeingUnmounted() {
    OpenTarget open =
        targets(new Local(new InMemoryBackupStore())).open(local("/r/mnt/auto/nas"), log);
    Thread.currentThread().interrupt();
    open.close();
    assertTrue(Thread.interrupted());
    assertFalse(manager.isUp(NAS));
  }

  @Test
  void aTargetThatMakesNoSenseMountsNothing() {
    Targets none =
        new Targets(
            new InMemoryTargetRepository(),
            new TargetTypes(Map.of(), HOST),
            new TargetMounts(HOST, mounts, manager));
    assertThrows(ConfigurationException.class, () -> none.open(local("/r/mnt/auto/nas"), log));
    assertFalse(manager.isUp(NAS));
  }

  @Test
  void aServerThatIsSilentKeepsTheTargetFromBeingOpened() {
    manager.setSilent(NAS, true);
    Targets targets = targets(new Local(new InMemoryBackupStore()));
    assertThrows(TargetException.class, () -> targets.open(local("/r/mnt/auto/nas"), log));
  }
}
