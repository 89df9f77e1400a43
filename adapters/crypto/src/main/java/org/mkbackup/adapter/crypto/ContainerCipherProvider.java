package org.mkbackup.adapter.crypto;

import java.security.SecureRandom;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/** Offers container version 2. */
public final class ContainerCipherProvider implements AdapterProvider<ArchiveCipher> {

  @Override
  public String id() {
    return SealFormat.CHECKMK.id();
  }

  @Override
  public Class<ArchiveCipher> port() {
    return ArchiveCipher.class;
  }

  @Override
  public ArchiveCipher create(Host host) {
    return new ContainerCipher(new SecureRandom());
  }
}
