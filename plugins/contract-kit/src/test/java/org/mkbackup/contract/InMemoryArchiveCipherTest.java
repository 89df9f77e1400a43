package org.mkbackup.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.KeyMaker;

class InMemoryArchiveCipherTest extends ArchiveCipherContract {
  private final ArchiveCipher cipher = new InMemoryArchiveCipher();
  private final KeyMaker maker = new InMemoryKeyMaker(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final Key key = make("key", passphrase());
  private final Key otherKey = make("other key", "another passphrase");

  private Key make(String alias, String passphrase) {
    try (Passphrase secret = Passphrase.of(passphrase.toCharArray())) {
      return maker.make(alias, "Checkmk Site heute", "cmkadmin", KeyMaker.LEAST_BITS, secret);
    }
  }

  @Override
  protected ArchiveCipher cipher() {
    return cipher;
  }

  @Override
  protected Key key() {
    return key;
  }

  @Override
  protected String passphrase() {
    return "Schlüssel №7";
  }

  @Override
  protected Key otherKey() {
    return otherKey;
  }

  @Override
  protected int headerLength() {
    return InMemoryArchiveCipher.HEADER;
  }
}
