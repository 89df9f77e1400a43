package org.mkbackup.adapter.crypto;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/** Offers the age format. */
public final class AgeCipherProvider implements AdapterProvider<ArchiveCipher> {

  @Override
  public String id() {
    return SealFormat.AGE.id();
  }

  @Override
  public Class<ArchiveCipher> port() {
    return ArchiveCipher.class;
  }

  @Override
  public ArchiveCipher create(Host host) {
    return new AgeCipher();
  }
}
