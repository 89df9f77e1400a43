package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteStatus;

class OmdProviderTest {

  @Test
  void isFoundAndMakesAControlForItsPort(@TempDir Path root) {
    AdapterProvider<?> provider =
        ServiceLoader.load(AdapterProvider.class).findFirst().orElseThrow();
    SiteControl control =
        (SiteControl) provider.create(new FakeOmd(root).host(Context.SYSTEM, Optional.empty()));

    assertEquals("omd", provider.id());
    assertEquals(SiteControl.class, provider.port());
    assertEquals(SiteStatus.STOPPED, control.status(FakeOmd.SITE));
  }
}
