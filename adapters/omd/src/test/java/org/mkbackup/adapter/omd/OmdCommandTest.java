package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mkbackup.adapter.omd.FakeOmd.SITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.host.Context;

/** Which omd is asked, and what. */
class OmdCommandTest {
  @TempDir Path root;
  private FakeOmd omd;

  @BeforeEach
  void makeSite() throws IOException {
    omd = new FakeOmd(root);
    Files.createDirectories(omd.home());
  }

  @Test
  void asksTheSitesOwnInSiteContextAndDoesNotNameTheSite() throws IOException {
    Path own = omd.script(omd.home().resolve("bin/omd"), "");
    omd.installed("2.4.0p1.cre", "");
    omd.link("../../versions/2.4.0p1.cre");

    assertEquals(Optional.of(List.of("" + own, "status", "--bare")), line(Context.SITE));
  }

  @Test
  void asksTheVersionsInSiteContextWhenTheSiteHasNone() throws IOException {
    Path installed = omd.installed("2.4.0p1.cre", "");
    omd.link("../../versions/2.4.0p1.cre");

    assertEquals(Optional.of(List.of("" + installed, "status", "--bare")), line(Context.SITE));
  }

  @Test
  void asksTheVersionsInSystemContextAndNamesTheSite() throws IOException {
    omd.script(omd.home().resolve("bin/omd"), "touch $shared/trapped");
    Path installed = omd.installed("2.4.0p1.cre", "");
    omd.link("../../versions/2.4.0p1.cre");

    assertEquals(
        Optional.of(List.of("" + installed, "status", "--bare", SITE.value())),
        line(Context.SYSTEM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../sites/contract_site/evil", "/tmp/evil", "../../versions/../sites"})
  void runsNothingInSystemContextThatTheSiteMadeItsVersion(String link) throws IOException {
    omd.link(link);
    omd.script(omd.home().resolve("evil/bin/omd"), "");
    omd.script(omd.home().resolve("bin/omd"), "");

    assertEquals(Optional.empty(), line(Context.SYSTEM));
  }

  @Test
  void runsNothingInSystemContextFromADirectoryInTheLinksPlace() throws IOException {
    omd.script(omd.home().resolve("version/bin/omd"), "");

    assertEquals(Optional.empty(), line(Context.SYSTEM));
  }

  @ParameterizedTest
  @EnumSource
  void asksTheOneThatIsConfigured(Context context) throws IOException {
    omd.script(omd.home().resolve("bin/omd"), "");
    Path configured = omd.script(omd.file("my-omd"), "");

    List<String> line =
        new OmdCommand(omd.host(context, Optional.of(configured))).line(SITE, "stop").orElseThrow();

    assertEquals(configured.toString(), line.get(0));
    assertEquals(context == Context.SYSTEM, line.contains(SITE.value()));
  }

  private Optional<List<String>> line(Context context) {
    return new OmdCommand(omd.host(context, Optional.empty())).line(SITE, "status", "--bare");
  }
}
