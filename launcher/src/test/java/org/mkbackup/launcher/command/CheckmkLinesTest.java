package org.mkbackup.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.status.JobCheck;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class CheckmkLinesTest {
  private static final Host SYSTEM =
      new Host(Path.of("/"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
  private static final Host SITE =
      new Host(
          Path.of("/"),
          Context.SITE,
          "vm",
          Optional.of(new SiteTree(new SiteName("heute"), Path.of("/omd/sites/heute"))),
          Optional.empty());

  private static JobCheck check(String job, List<JobCheck.Metric> metrics, String text) {
    return new JobCheck(job, JobCheck.State.WARN, metrics, text);
  }

  @Test
  void aLineHasStateNameMetricsAndText() {
    List<JobCheck.Metric> metrics =
        List.of(
            metric("age", 100, OptionalDouble.of(200), OptionalDouble.of(300), false),
            metric("duration", 1.5, OptionalDouble.empty(), OptionalDouble.of(9), false),
            metric("size", 1L << 50, OptionalDouble.empty(), OptionalDouble.empty(), false),
            metric("size_change", -3.256, OptionalDouble.of(50), OptionalDouble.empty(), true));

    assertEquals(
        "1 \"Backup nightly\" age=100;200;300|duration=1.50;;9|size=1125899906842624"
            + "|size_change=-3.26;-50:50 All is well",
        new CheckmkLines(SYSTEM).of(check("nightly", metrics, "All is well")));
  }

  private static JobCheck.Metric metric(
      String name, double value, OptionalDouble warn, OptionalDouble crit, boolean ofBothSigns) {
    return new JobCheck.Metric(name, value, warn, crit, ofBothSigns);
  }

  @Test
  void theSitesOfAMachineHaveServicesOfTheirOwn() {
    assertEquals(
        "1 \"Backup heute nightly\" - It never ran",
        new CheckmkLines(SITE).of(check("nightly", List.of(), "It never ran")));
    assertEquals("2 \"Backup heute\" - No luck", new CheckmkLines(SITE).failure("No luck"));
  }

  @Test
  void whatOthersWroteCanForgeNothing() {
    assertEquals(
        "1 \"Backup a'?0 'b\" - x?0 'forged' - /n a/b",
        new CheckmkLines(SYSTEM).of(check("a\"\n0 \"b", List.of(), "x\n0 \"forged\" - \\n a|b")));
  }

  @Property
  void aLineIsOneLineWithTwoQuotes(@ForAll String job, @ForAll String text) {
    String line = new CheckmkLines(SITE).of(check(job, List.of(), text));

    assertEquals(0, line.chars().filter(c -> c == '\n' || c == '\r' || c == 0).count());
    assertEquals(2, line.chars().filter(c -> c == '"').count());
  }
}
