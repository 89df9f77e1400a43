package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.adapter.omd.FakeOmd.SITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.site.SiteStatus;

/** What is done where there is no omd, or none that can be run. */
class MissingOmdTest {
  @TempDir Path root;
  private FakeOmd omd;

  @BeforeEach
  void makeSite() throws IOException {
    omd = new FakeOmd(root);
    Files.createDirectories(omd.home());
  }

  @ParameterizedTest
  @EnumSource
  void takesASiteWithoutAnOmdForStopped(Context context) throws IOException {
    omd.link("../../versions/2.4.0p1.cre");
    OmdSiteControl control = control(context, Optional.empty());

    assertEquals(SiteStatus.STOPPED, control.status(SITE));
    var failure = assertThrows(SiteException.class, () -> control.start(SITE));
    assertTrue(failure.getMessage().contains("contract_site"), failure.getMessage());
    assertThrows(SiteException.class, () -> control.stop(SITE));
  }

  @Test
  void refusesToGuessWhenTheConfiguredOneIsMissing() {
    OmdSiteControl control = control(Context.SYSTEM, Optional.of(omd.file("missing")));

    var failure = assertThrows(SiteException.class, () -> control.status(SITE));

    assertTrue(failure.getMessage().contains(omd.file("missing") + ""), failure.getMessage());
  }

  @Test
  void refusesToGuessWhenItsOwnCanNotBeRun() throws IOException {
    Files.createDirectories(omd.home().resolve("bin"));
    Files.createFile(omd.home().resolve("bin/omd"));
    OmdSiteControl control = control(Context.SITE, Optional.empty());

    assertThrows(SiteException.class, () -> control.status(SITE));
  }

  private OmdSiteControl control(Context context, Optional<Path> configured) {
    return omd.control(context, configured, Duration.ofSeconds(30));
  }
}
