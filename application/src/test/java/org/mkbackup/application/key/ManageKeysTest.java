package org.mkbackup.application.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.application.job.SealingKeys;
import org.mkbackup.contract.InMemoryArchiveCipher;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

class ManageKeysTest {
  private static final String PASSPHRASE = "short";

  private final ManagedSite site = new ManagedSite();
  private final ExportKey export = new ExportKey(site.maker, site.ring);
  private final RemoveKey remove = new RemoveKey(site.lock, site.ring, site.jobs);
  private final List<String> copies = new ArrayList<>();
  private Key key = make("office");

  @BeforeEach
  void aKey() {
    key = make("office");
    site.ring.add(key);
  }

  private Key make(String alias) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
      return site.maker.make(alias, "Checkmk Site heute", "me", 2048, passphrase);
    }
  }

  private Key importWith(Optional<String> passphrase, String pem) {
    SealingKeys keys =
        new SealingKeys(
            site.ring,
            format -> new InMemoryArchiveCipher(),
            asked -> passphrase.map(text -> Passphrase.of(text.toCharArray())));
    return new ImportKey(site.maker, keys, site.ring)
        .run(new ImportKey.Command("again", "me", pem));
  }

  @Test
  void isFoundByItsIdOrItsAliasIfThatIsUnique() {
    Keys keys = new Keys(site.ring);
    assertEquals(key, keys.find("office"));
    assertEquals(key, keys.find(key.id().value().toLowerCase(Locale.ROOT)));
    assertThrows(KeyException.class, () -> keys.find("Office"));
    Key second = make("office");
    site.ring.add(second);
    var ambiguous = assertThrows(KeyException.class, () -> keys.find("office"));
    assertTrue(ambiguous.hint().contains(second.id().value()), ambiguous::hint);
  }

  @Test
  void anExportedKeyCountsAsDownloadedOnceTheCopyIsKept() {
    ExportKey.Sink full =
        pem -> {
          throw new UsageException("No space left", "");
        };
    assertThrows(UsageException.class, () -> export.run("office", full));
    assertFalse(site.ring.find(key.id()).orElseThrow().downloaded());

    export.run("office", copies::add);

    assertTrue(site.ring.find(key.id()).orElseThrow().downloaded());
    assertEquals(List.of(key.privateKey() + key.certificate()), copies);
  }

  @Test
  void comesBackFromItsCopyWithThePassphraseHoweverShortThatIs() {
    export.run("office", copies::add);
    remove.run(new RemoveKey.Command("office", false));

    assertThrows(KeyException.class, () -> importWith(Optional.of("wrong"), copies.get(0)));
    assertThrows(KeyException.class, () -> importWith(Optional.empty(), copies.get(0)));
    assertEquals(List.of(), site.ring.keys());
    Key back = importWith(Optional.of(PASSPHRASE), copies.get(0));

    assertEquals(key.id(), back.id());
    assertEquals("again", site.ring.find(key.id()).orElseThrow().alias());
  }

  @Test
  void isNotImportedASecondTime() {
    export.run("office", copies::add);
    assertThrows(KeyException.class, () -> importWith(Optional.of(PASSPHRASE), copies.get(0)));
    assertEquals(1, site.ring.keys().size());
  }

  @Test
  void staysWhileAJobUsesIt() {
    site.ring.markDownloaded(key.id());
    site.jobs.save(
        new Job(
            new JobId("nightly"),
            Literal.Dict.EMPTY
                .with("target", Literal.text("shelf"))
                .with("encrypt", Literal.text(key.id().value()))));
    var used =
        assertThrows(UsageException.class, () -> remove.run(new RemoveKey.Command("office", true)));
    assertTrue(used.what().contains("used by job 'nightly'"), used::what);
    assertEquals(1, site.ring.keys().size());
  }

  @Test
  void staysWhileASenselessJobNamesIt() {
    Literal.Dict noTarget = Literal.Dict.EMPTY.with("encrypt", Literal.text(key.id().value()));
    ManagedSite broken = new ManagedSite(Literal.Dict.EMPTY.with("nightly", noTarget));
    broken.ring.add(key);
    RemoveKey refusing = new RemoveKey(broken.lock, broken.ring, broken.jobs);

    var used =
        assertThrows(
            UsageException.class, () -> refusing.run(new RemoveKey.Command("office", true)));

    assertTrue(used.what().contains("used by job 'nightly'"), used::what);
  }

  @Test
  void theOnlyCopyGoesByForceOnly() {
    assertThrows(KeyException.class, () -> remove.run(new RemoveKey.Command("office", false)));
    remove.run(new RemoveKey.Command("office", true));
    assertEquals(List.of(), site.ring.keys());
  }
}
