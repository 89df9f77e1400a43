package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountCredentials;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.MountRepository;

/** What every {@link MountRepository} holds to. */
public abstract class MountRepositoryContract {
  protected static final MountId NAS = new MountId("nas");
  protected static final MountId WRONG = new MountId("wrong");
  protected static final Mount NFS = Mount.of(NAS, MountType.NFS, "store:/backups", "vers=4.2,ro");
  protected static final Mount CIFS =
      Mount.of(new MountId("filer"), MountType.CIFS, "//filer/backups", "");
  private static final Optional<MountCredentials> NONE = Optional.empty();

  /** A repository without mounts. */
  protected abstract MountRepository empty();

  /** A repository with nothing but an entry {@link #WRONG} that makes no sense. */
  protected abstract MountRepository senseless();

  /** The user in the credentials that are kept for a mount. */
  protected abstract Optional<String> keptUser(MountId id);

  protected static MountCredentials credentials(String password) {
    return new MountCredentials("backup", Passphrase.of(password.toCharArray()));
  }

  @Test
  void holdsNoMountsWhereNoneAreConfigured() {
    assertEquals(List.of(), empty().all());
    assertEquals(List.of(), empty().faults());
    assertEquals(Optional.empty(), empty().find(NAS));
  }

  @Test
  void findsWhatWasAdded() {
    MountRepository mounts = empty();
    mounts.add(NFS, NONE);
    assertEquals(Optional.of(NFS), mounts.find(NAS));
    assertEquals(Optional.empty(), keptUser(NAS));
  }

  @Test
  void listsMountsSortedById() {
    MountRepository mounts = empty();
    mounts.add(NFS, NONE);
    mounts.add(CIFS, Optional.of(credentials("secret")));
    assertEquals(List.of(CIFS, NFS), mounts.all());
  }

  @Test
  void refusesAnIdThatIsTakenAndKeepsWhatHasIt() {
    MountRepository mounts = empty();
    mounts.add(CIFS, Optional.of(credentials("secret")));
    Mount other = Mount.of(CIFS.id(), MountType.CIFS, "//other/share", "guest");
    var refused = assertThrows(ConfigurationException.class, () -> mounts.add(other, NONE));
    assertTrue(refused.what().contains("'filer'"), refused.what());
    assertEquals(Optional.of(CIFS), mounts.find(CIFS.id()));
    assertEquals(Optional.of("backup"), keptUser(CIFS.id()));
  }

  @Test
  void forgetsWhatWasRemovedAndItsCredentials() {
    MountRepository mounts = empty();
    mounts.add(CIFS, Optional.of(credentials("secret")));
    mounts.add(NFS, NONE);
    mounts.remove(CIFS.id());
    assertEquals(List.of(NFS), mounts.all());
    assertEquals(Optional.empty(), keptUser(CIFS.id()));
  }

  @Test
  void removesNothingWhereThereIsNothing() {
    MountRepository mounts = empty();
    mounts.remove(NAS);
    assertEquals(List.of(), mounts.all());
  }

  @Test
  void refusesASenselessMountByNameWhenItIsAskedFor() {
    var refused = assertThrows(ConfigurationException.class, () -> senseless().find(WRONG));
    assertTrue(refused.what().contains("'wrong'"), refused.what());
  }

  @Test
  void listsTheOthersBesideASenselessMountAndKeepsIt() {
    MountRepository mounts = senseless();
    mounts.add(NFS, NONE);
    assertEquals(List.of(NFS), mounts.all());
    List<String> faults = mounts.faults().stream().map(ConfigurationException::what).toList();
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains("Mount 'wrong'"), faults::toString);
    assertThrows(ConfigurationException.class, () -> mounts.find(WRONG));
  }

  @Test
  void aSenselessMountTakesItsIdAndCanBeRemoved() {
    MountRepository mounts = senseless();
    Mount same = Mount.of(WRONG, MountType.NFS, "store:/x", "");
    assertThrows(ConfigurationException.class, () -> mounts.add(same, NONE));
    mounts.remove(WRONG);
    mounts.add(same, NONE);
    assertEquals(Optional.of(same), mounts.find(WRONG));
  }
}
