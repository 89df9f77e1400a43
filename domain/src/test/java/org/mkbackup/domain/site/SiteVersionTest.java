package org.mkbackup.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

class SiteVersionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../versions/2.3.0p5.cre",
        "../../versions/2.3.0p5.cre/",
        "/omd/versions/2.3.0p5.cre",
        "/opt/omd/versions/2.3.0p5.cre",
      })
  void readsTheVersionLinkInAllItsForms(String link) {
    assertEquals(Optional.of(new SiteVersion("2.3.0p5.cre")), SiteVersion.ofLink(link));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2.3.0",
        "../../versions/",
        "../../versions/..",
        "../../versions/.",
        "../../versions/../x",
        "../../versions/a/b",
        "../../versions/a\n",
        "../../versions/-a",
        "../versions/a",
        "x../../versions/a",
        "/etc/versions/a",
        "/omd/versions/a//",
      })
  void refusesLinksThatNameNoVersion(String link) {
    assertEquals(Optional.empty(), SiteVersion.ofLink(link));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a\n", "-x", "\u00e4"})
  void refusesWhatIsNoVersion(String value) {
    assertThrows(ArchiveException.class, () -> new SiteVersion(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.4.0-2025.01.31.cee", "1.6.0p30.cme", "2.5.0b1+x~y.pro", "9"})
  void writesTheLinkThatItReads(String value) {
    SiteVersion version = new SiteVersion(value);
    assertEquals(Optional.of(version), SiteVersion.ofLink(version.linkText()));
    assertEquals(value, version.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "2.3.0p5.cre, raw",
    "2.4.0-2025.01.31.cee, enterprise",
    "1.6.0.cme, managed",
    "2.2.0.cce, cloud",
    "2.3.0.cse, saas",
    "2.5.0.community, community",
  })
  void tellsTheEditionThatSkeletonsHold(String value, String edition) {
    assertEquals(edition, new SiteVersion(value).edition());
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.8p5.cre, false",
    "1.2.8p6.cre, true",
    "1.2.8p26, true",
    "1.2.7i3p5.cee, false",
    "1.2.6p16, false",
    "1.4.0i1.cre, true",
    "1.4.0p38.cee, true",
    "2.0.0.cre, true",
    "2.5.0p7.community, true",
    "2016.07.21.cee, false",
    "2016.07.22.cee, true",
    "2.4.0-2025.01.31.cee, true",
    "own-build, true",
  })
  void tellsWhetherItsSitesHaveToBeStopped(String value, boolean running) {
    assertEquals(running, new SiteVersion(value).canBeArchivedRunning());
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.8p6.cre, true",
    "2.5.0p7.community, true",
    "2.4.0-2025.01.31.cee, true",
    "2.6.0.community, false",
    "2026.07.22.ultimate, false",
    "own-build, false",
  })
  void tellsWhetherItsArchivesAreKnown(String value, boolean known) {
    assertEquals(known, new SiteVersion(value).isKnown());
  }
}
