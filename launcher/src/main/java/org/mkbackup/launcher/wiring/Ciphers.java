package org.mkbackup.launcher.wiring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/** The ciphers that were found, one for each format; each is made when first asked for. */
final class Ciphers {
  private final List<AdapterProvider<?>> providers;
  private final Host host;
  private final Map<SealFormat, ArchiveCipher> made = new ConcurrentHashMap<>();

  Ciphers(List<AdapterProvider<?>> providers, Host host) {
    this.providers = providers.stream().filter(Ciphers::isOfCipher).toList();
    this.host = host;
  }

  static boolean isOfCipher(AdapterProvider<?> provider) {
    return provider.port().equals(ArchiveCipher.class);
  }

  ArchiveCipher of(SealFormat format) {
    return made.computeIfAbsent(format, this::create);
  }

  private ArchiveCipher create(SealFormat format) {
    return providers.stream()
        .filter(provider -> provider.id().equals(format.id()))
        .map(provider -> (ArchiveCipher) provider.create(host))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Nothing here can seal or open the format " + format.id(),
                    "Install the program again"));
  }
}
