package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.Security;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.KeyMaker;

class ProvidersTest {
  private static final Host HOST =
      new Host(Path.of("/"), Context.SYSTEM, "host", Optional.empty(), Optional.empty());

  @Test
  void areFound() {
    Map<String, Object> found =
        ServiceLoader.load(AdapterProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(offered -> offered.id(), offered -> offered.port()));
    assertEquals(
        Map.of("checkmk", ArchiveCipher.class, "age", ArchiveCipher.class, "rsa", KeyMaker.class),
        found);
  }

  @Test
  void makeWhatTheyOffer() {
    assertTrue(new ContainerCipherProvider().create(HOST) instanceof ContainerCipher);
    assertTrue(new AgeCipherProvider().create(HOST) instanceof AgeCipher);
    assertTrue(new RsaKeyMakerProvider().create(HOST) instanceof RsaKeyMaker);
  }

  @Test
  void leaveTheProvidersOfTheJdkAlone() {
    TestKeys.unlock(TestKeys.rsa2048(), TestKeys.PASSPHRASE).close();
    assertNull(Security.getProvider("BC"));
  }
}
