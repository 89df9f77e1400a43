package org.mkbackup.adapter.crypto;

import java.security.SecureRandom;
import java.time.Clock;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.KeyMaker;

/** Offers RSA keys, dated by the system's clock. */
public final class RsaKeyMakerProvider implements AdapterProvider<KeyMaker> {

  @Override
  public String id() {
    return "rsa";
  }

  @Override
  public Class<KeyMaker> port() {
    return KeyMaker.class;
  }

  @Override
  public KeyMaker create(Host host) {
    return new RsaKeyMaker(Clock.systemUTC(), new SecureRandom());
  }
}
