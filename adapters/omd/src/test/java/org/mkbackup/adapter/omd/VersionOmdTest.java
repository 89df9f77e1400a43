package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

class VersionOmdTest {
  private static final String VERSION = "2.6.0.community";

  @TempDir Path root;
  private FakeOmd fake;
  private final RunLogLines log = new RunLogLines();
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

  @BeforeEach
  void aSite() throws IOException {
    fake = new FakeOmd(root);
    fake.link("../../versions/" + VERSION);
  }

  private void backUp(Context context, Set<Exclusions.Part> without, boolean compressed) {
    backUp(context, without, compressed, archive);
  }

  private void backUp(
      Context context, Set<Exclusions.Part> without, boolean compressed, OutputStream sink) {
    new VersionOmd(fake.host(context, Optional.empty()))
        .backup(site(), without, compressed, sink, log, Progress.silent());
  }

  private void restore(Context context, byte[] content) {
    new VersionOmd(fake.host(context, Optional.empty()))
        .restore(
            site(),
            new SiteVersion(VERSION),
            new ByteArrayInputStream(content),
            log,
            Progress.silent());
  }

  private SiteTree site() {
    return new SiteTree(FakeOmd.SITE, fake.home());
  }

  @Test
  void theArchiveIsWhatOmdWrites() throws IOException {
    fake.installed(VERSION, "echo \"$* of $OMD_SITE in $OMD_ROOT\"");

    backUp(Context.SYSTEM, Set.of(), true);

    assertEquals("backup - of contract_site in " + fake.home() + "\n", text());
  }

  @Test
  void whatIsLeftOutIsPassedOn() throws IOException {
    fake.installed(VERSION, "echo \"$*\"");

    backUp(Context.SITE, Exclusions.past(), false);

    assertEquals("backup --no-rrds --no-agents --no-logs --no-compression -\n", text());
  }

  @Test
  void manyWarningsBeforeTheArchiveHoldNothingUp() throws IOException {
    fake.installed(
        VERSION,
        "yes 'a warning that is long enough' | head -n 10000 >&2; head -c 1000000 /dev/zero");

    backUp(Context.SYSTEM, Set.of(), true);

    assertEquals(1_000_000, archive.size());
    assertEquals(10_000, log.all().size());
  }

  @Test
  void anExitCodeIsAFailureWithItsReason() throws IOException {
    fake.installed(VERSION, "echo half; echo 'first' >&2; echo 'it is broken' >&2; exit 4");

    SiteException failure =
        assertThrows(SiteException.class, () -> backUp(Context.SYSTEM, Set.of(), true));

    assertEquals("'omd backup' of site contract_site ended with 4: it is broken", failure.what());
    assertEquals(List.of("first", "it is broken"), log.all());
  }

  @Test
  void aTargetThatIsFullEndsOmd() throws IOException {
    fake.installed(VERSION, "echo $$ > \"$shared/pid\"; exec cat /dev/zero");
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };

    assertThrows(TargetException.class, () -> backUp(Context.SYSTEM, Set.of(), true, full));

    assertFalse(isAlive());
  }

  private boolean isAlive() throws IOException {
    long pid = Long.parseLong(Files.readString(fake.file("pid")).strip());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void aMissingOmdIsTold() {
    SiteException failure =
        assertThrows(SiteException.class, () -> backUp(Context.SYSTEM, Set.of(), true));

    assertTrue(failure.getMessage().contains(VERSION), failure.getMessage());
  }

  @Test
  void aRestoreReadsTheWholeArchive() throws IOException {
    fake.installed(VERSION, "cat > \"$shared/read\"", "echo \"$*\"", "echo 'converted a file' >&2");
    byte[] content = new byte[300_000];
    content[299_999] = 1;

    restore(Context.SYSTEM, content);

    assertArrayEquals(content, Files.readAllBytes(fake.file("read")));
    assertEquals(List.of("restore --reuse --kill contract_site -", "converted a file"), log.all());
  }

  @Test
  void aSitesUserRestoresItsOwn() throws IOException {
    fake.installed(VERSION, "cat > /dev/null", "echo \"$*\"");

    restore(Context.SITE, new byte[1]);

    assertEquals(List.of("restore --kill -"), log.all());
  }

  @Test
  void aRestoreThatStopsReadingIsJudgedByItsEnd() throws IOException {
    fake.installed(VERSION, "head -c 1 > /dev/null", "echo 'no room' >&2", "exit 1");

    SiteException failure =
        assertThrows(SiteException.class, () -> restore(Context.SYSTEM, new byte[3_000_000]));

    assertEquals("'omd restore' of site contract_site ended with 1: no room", failure.what());
  }

  private String text() {
    return archive.toString(StandardCharsets.UTF_8);
  }
}
