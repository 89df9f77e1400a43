package org.mkbackup.adapter.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.SchedulerContract;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Scheduler;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class CronTableTest extends SchedulerContract {
  @TempDir private Path root;

  private Path file() {
    return root.resolve("omd/sites/heute/etc/cron.d/mkbackup");
  }

  private Scheduler of(Context context) {
    SiteTree site = new SiteTree(new SiteName("heute"), root.resolve("omd/sites/heute"));
    return new CronProvider()
        .create(new Host(root, context, "vm", Optional.of(site), Optional.empty()));
  }

  @Override
  protected Scheduler scheduler() {
    return of(Context.SITE);
  }

  @Override
  protected List<String> table() {
    try {
      return Files.readAllLines(file()).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replace(" backup ", " ").replace(" >/dev/null", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void writesTheTableOfASiteWithoutAUser() throws IOException {
    scheduler().replace(List.of(daily("nightly", LocalTime.of(2, 30))), PROGRAM);
    assertEquals(
        """
        # Written by mkbackup configuration
        30 2 * * * /opt/mkbackup-1.0/bin/mkbackup backup nightly >/dev/null
        """,
        Files.readString(file()));
  }

  @Test
  void writesTheTableOfTheSystemWithAUser() throws IOException {
    of(Context.SYSTEM).replace(List.of(daily("nightly", LocalTime.of(2, 30))), PROGRAM);
    assertEquals(
        """
        # Written by mkbackup configuration
        30 2 * * * root /opt/mkbackup-1.0/bin/mkbackup backup nightly >/dev/null
        """,
        Files.readString(root.resolve("etc/cron.d/mkbackup")));
  }

  @Test
  void hasTheModeThatCronDemandsAndLeavesNothingBeside() throws IOException {
    Files.createDirectories(file().getParent());
    Files.createFile(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    scheduler().replace(List.of(), PROGRAM);
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    try (Stream<Path> names = Files.list(file().getParent())) {
      assertEquals(List.of(file()), names.toList());
    }
  }

  @Test
  void replacesALinkAndNotWhatItLeadsTo() throws IOException {
    Path other = Files.writeString(root.resolve("other"), "kept");
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), other);
    scheduler().replace(List.of(), PROGRAM);
    assertEquals("kept", Files.readString(other));
    assertEquals(List.of(), table());
  }

  @Test
  void namesTheFileThatCannotBeWritten() throws IOException {
    Files.createDirectories(file().resolve("a directory in its place"));
    var refused =
        assertThrows(ConfigurationException.class, () -> scheduler().replace(List.of(), PROGRAM));
    assertTrue(refused.what().contains(file().toString()), refused::what);
    try (Stream<Path> names = Files.list(file().getParent())) {
      assertEquals(List.of(file()), names.toList());
    }
  }
}
