package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobManagementIT {
  private static final String HEADER = "# Written by mkbackup configuration\n";

  @TempDir Path temp;
  private ManagedRoot site;

  @BeforeEach
  void aSiteWithATarget() throws IOException {
    site = ManagedRoot.in(temp);
    site.addShelf();
  }

  private String line(String when, String job) {
    return when + " " + Program.HOME.resolve("bin/mkbackup") + " backup " + job + " >/dev/null\n";
  }

  @Test
  void whatIsAddedIsReadByPythonAndRunsByCron() throws IOException {
    site.root().start("heute");
    site.good(
        words(
            "job add nightly --title Nächtlich --target shelf --no-history --at 14:05 --at 2:30"));

    assertEquals(
        "{'compress': True, 'encrypt': None, 'no_history': True, 'schedule': {'disabled': False,"
            + " 'period': 'day', 'timeofday': [(2, 30), (14, 5)]}, 'target': 'shelf', 'title':"
            + " 'Nächtlich'}",
        site.python(site.configuration(), "c['jobs']['nightly']"));
    assertEquals(
        HEADER + line("30 2 * * *", "nightly") + line("5 14 * * *", "nightly"), site.table());
    assertTrue(site.root().calls().contains("restart crontab"), "The site takes the table over");
    assertTrue(site.good("job", "list").contains("daily at 02:30, 14:05"), "It is listed");
    assertTrue(site.good("jobs").contains("Nächtlich"), "It is listed as before");
  }

  @Test
  void anEditChangesWhatIsNamedInFileAndTable() throws IOException {
    site.good(words("job add a --target shelf --daily --at 02:30"));
    site.good(words("job edit a --weekly sun --no-compress"));
    assertEquals(HEADER + line("30 2 * * 7", "a"), site.table());
    site.good(words("job edit a --monthly 28 --at 00:00 --disabled"));
    assertEquals(HEADER, site.table());
    assertEquals(
        "False {'disabled': True, 'period': ('month_begin', 28), 'timeofday': [(0, 0)]}",
        site.python(
            site.configuration(), "c['jobs']['a']['compress'], c['jobs']['a']['schedule']"));
    site.good(words("job edit a --enabled"));
    assertEquals(HEADER + line("0 0 28 * *", "a"), site.table());
    assertTrue(site.good("job", "show", "a").contains("monthly 28 at 00:00"), "It is shown");
    site.good(words("job edit a --manual"));
    site.good(words("job remove a"));
    assertEquals(HEADER, site.table());
    assertEquals("{}", site.python(site.configuration(), "c['jobs']"));
  }

  @Test
  void whatMakesNoSenseIsToldInOneLineAndChangesNothing() throws IOException {
    site.good(words("job add a --target shelf"));
    String before = Files.readString(site.configuration());

    site.refused("may not be called 'restore'", words("job add restore --target shelf"));
    site.refused("not a legal job id", "job", "add", "a b", "--target", "shelf");
    site.refused("already", words("job add a --target shelf"));
    site.refused("needs a target", words("job add b"));
    site.refused("no target 'none'", words("job add b --target none"));
    site.refused("no key 'none'", words("job add b --target shelf --key none"));
    site.refused("not a time of day", words("job add b --target shelf --at 24:00"));
    site.refused("not a day of the week", words("job add b --target shelf --weekly x --at 1:00"));
    site.refused("not a day that every month", words("job edit a --monthly 29 --at 1:00"));
    site.refused("no time of day", words("job edit a --daily"));
    site.refused("mutually exclusive", words("job edit a --daily --manual"));
    site.refused("control characters", "job", "edit", "a", "--title", "two\nlines");
    site.refused("without sites", words("job edit a --without-sites"));
    site.refused("no job 'none'", words("job edit none"));
    site.refused("no job 'none'", words("job remove none"));
    site.refused("needs a verb", words("job"));
    Files.delete(site.shelf());
    site.refused("does not exist", words("job add b --target shelf"));

    assertEquals(before, Files.readString(site.configuration()));
    assertEquals(HEADER, site.table());
  }

  @Test
  void aJobThatIsSavedWithoutItsTimesIsSaidToBe() throws IOException {
    Path tables = site.root().site("heute").resolve("etc/cron.d");
    Files.writeString(tables, "no directory");

    site.refused("Job 'a' is saved, but", words("job add a --target shelf --at 02:30"));
    site.refused("'mkbackup job edit a'", words("job edit a"));

    Files.delete(tables);
    site.good(words("job edit a"));
    assertEquals(HEADER + line("30 2 * * *", "a"), site.table());
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }
}
