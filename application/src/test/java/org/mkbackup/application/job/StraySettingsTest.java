package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.contract.InMemoryJobRepository;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.site.SiteTree;

class StraySettingsTest {
  @TempDir Path root;

  private List<StraySettings.Stray> find(String named, boolean ofMachine) {
    return strays(named, ofMachine).find();
  }

  private StraySettings strays(String named, boolean ofMachine) {
    SiteTree site = new SiteTree(ManagedSite.SITE, root.resolve("omd/sites/heute"));
    Host host = new Host(root, Context.SITE, "vm", Optional.of(site), Optional.empty());
    Literal.Dict jobs =
        Literal.Dict.EMPTY.with("nightly", Literal.Dict.EMPTY).with("weekly", Literal.Dict.EMPTY);
    List<JobMention> mentions =
        List.of(
            new JobMention(new JobId("weekly"), "a.conf:1", ofMachine),
            new JobMention(new JobId(named), "a.conf:2", ofMachine));
    return new StraySettings(host, new InMemoryJobRepository(jobs), () -> mentions);
  }

  @ParameterizedTest
  @CsvSource({
    "nigthly,Did you mean 'nightly'?",
    "Nightly,Did you mean 'nightly'?",
    "monthly,'There are: nightly, weekly'",
    "weekli,'There are: nightly, weekly'"
  })
  void settingsOfAJobThatIsNotThereAreFoundWithTheOneThatMayBeMeant(String named, String hint) {
    String text = find(named, false).get(0).text();

    assertEquals(
        "a.conf:2 has settings for a job '" + named + "', which isn't there. " + hint, text);
  }

  @Test
  void thoseOfAJobThatIsThereAreNone() {
    assertEquals(List.of(), find("nightly", false));
  }

  @Test
  void settingsOfTheMachineMayBeForAJobOfAnotherSite() throws IOException {
    Files.createDirectories(root.resolve("omd/sites/heute"));
    assertTrue(find("daily", true).get(0).certain());

    Files.createDirectories(root.resolve("omd/sites/prod"));
    assertEquals(List.of(), find("daily", true));
    assertTrue(find("daily", false).get(0).certain());
  }

  @Test
  void whatMayBeAnotherSitesIsNoWarning() throws IOException {
    Files.createDirectories(root.resolve("omd/sites/prod"));
    RunLogLines log = new RunLogLines();

    strays("nigthly", true).tell(log);

    assertEquals(1, log.all().size());
    assertEquals(List.of(), log.warnings());
  }
}
