package org.mkbackup.application.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.contract.InMemoryMountRepository;
import org.mkbackup.contract.InMemoryMounts;
import org.mkbackup.contract.InMemoryTargetRepository;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class ConfiguredMountsTest {
  private static final MountId NAS = new MountId("nas");
  private static final Mount NFS = Mount.of(NAS, MountType.NFS, "store:/x", "");
  private static final Mount CIFS = Mount.of(NAS, MountType.CIFS, "//filer/x", "");
  private final InMemoryMountRepository repository = new InMemoryMountRepository();
  private final InMemoryMounts manager = new InMemoryMounts();
  private final Mounts mounts = new Mounts(repository, manager);
  private final RunLogLines log = new RunLogLines();

  private static Host host(Context context) {
    return new Host(Path.of("/"), context, "vm", Optional.empty(), Optional.empty());
  }

  private AddMount add(Context context, String password) {
    return new AddMount(
        new MountsOfRoot(host(context)),
        repository,
        user ->
            Optional.of(password)
                .filter(text -> !text.isEmpty())
                .map(text -> Passphrase.of(text.toCharArray())));
  }

  private RemoveMount remove(TargetRepository targets) {
    Host host = host(Context.SYSTEM);
    return new RemoveMount(
        new MountsOfRoot(host),
        mounts,
        repository,
        manager,
        targets,
        new TargetMounts(host, repository, manager));
  }

  private static String refused(Runnable call) {
    return assertThrows(MkbackupException.class, call::run).getMessage();
  }

  @Test
  void listsMountsAndWhetherTheyAreUp() {
    add(Context.SYSTEM, "").run(NFS, Optional.empty());
    assertEquals(List.of(new Mounts.Listed(NFS, false)), mounts.all());
    mounts.up(NAS, log);
    mounts.check(NAS);
    assertEquals(List.of(new Mounts.Listed(NFS, true)), mounts.all());
    mounts.down(NAS, log);
    assertFalse(manager.isUp(NFS));
  }

  @Test
  void keepsTheCredentialsOfCifs() {
    add(Context.SYSTEM, "secret").run(CIFS, Optional.of("me"));
    assertEquals(Optional.of("me"), repository.user(NAS));
  }

  @Test
  void asksForWhatIsMissing() {
    assertTrue(
        refused(() -> add(Context.SYSTEM, "x").run(CIFS, Optional.empty())).contains("--user"));
    String message = refused(() -> add(Context.SYSTEM, "").run(CIFS, Optional.of("me")));
    assertTrue(message.contains("MKBACKUP_MOUNT_PASSWORD"), message);
    refused(() -> add(Context.SYSTEM, "x").run(NFS, Optional.of("me")));
    assertEquals(List.of(), repository.all());
  }

  @Test
  void aSiteChangesNothing() {
    refused(() -> add(Context.SITE, "x").run(NFS, Optional.empty()));
    assertEquals(List.of(), repository.all());
  }

  @Test
  void whatIsUpOrHoldsATargetIsNotRemoved() {
    add(Context.SYSTEM, "").run(NFS, Optional.empty());
    Literal parameters = Literal.Dict.EMPTY.with("path", Literal.text("/mnt/auto/nas/x"));
    Target target =
        new Target(
            new TargetId("store"),
            Literal.Dict.EMPTY.with(
                "remote", new Literal.Tuple(List.of(Literal.text("local"), parameters))));
    String held = refused(() -> remove(new InMemoryTargetRepository(target)).run(NAS));
    assertTrue(held.contains("'store'"), held);
    mounts.up(NAS, log);
    String up = refused(() -> remove(new InMemoryTargetRepository()).run(NAS));
    assertTrue(up.contains("'mkbackup mount down nas'"), up);
    mounts.down(NAS, log);
    remove(new InMemoryTargetRepository()).run(NAS);
    assertEquals(List.of(), mounts.all());
    assertTrue(refused(() -> mounts.up(NAS, log)).contains("There is no mount 'nas'"));
  }
}
