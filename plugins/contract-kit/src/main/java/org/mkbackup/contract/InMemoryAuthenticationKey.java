package org.mkbackup.contract;

import java.util.HexFormat;
import org.mkbackup.domain.key.AuthenticationKey;

/** Makes tags with a digest, for archives that are as little sealed. */
record InMemoryAuthenticationKey(String secret) implements AuthenticationKey {

  static InMemoryAuthenticationKey of(byte[] secret) {
    return new InMemoryAuthenticationKey(HexFormat.of().formatHex(secret));
  }

  @Override
  public byte[] tag(byte[] statement) {
    return InMemoryKeyMaker.digest("SHA-256", HexFormat.of().parseHex(secret), statement);
  }

  @Override
  public void close() {}
}
