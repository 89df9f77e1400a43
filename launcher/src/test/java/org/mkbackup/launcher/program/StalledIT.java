package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which no byte moves any more. */
class StalledIT {
  private static final String HANGS = "head -c 1000000 /dev/zero; exec sleep 20";

  /* Deaf to what an interrupt of the run makes of it. */
  private static final String IS_DEAF = "trap '' TERM; head -c 1000000 /dev/zero; exec sleep 20";

  @TempDir Path temp;
  private JobRoot jobs;
  private Path mail;
  private String omd;

  @BeforeEach
  void aSiteWhoseOmdMakesTheArchive() throws IOException {
    jobs = JobRoot.in(temp);
    mail = temp.resolve("mail");
    omd = Files.readString(jobs.root().version().resolve("bin/omd"));
    jobs.set(
        "site-engine = omd\nlimits.stalled = 1 s\nnotify = [/bin/sh, -c, \"cat > "
            + mail
            + ".new; mv "
            + mail
            + ".new "
            + mail
            + "\"]");
  }

  private void archiveBy(String script) throws IOException {
    Files.writeString(
        jobs.root().version().resolve("bin/omd"),
        omd.replace("case $word in", "case $word in\n  backup) " + script + " ;;"));
  }

  /* It may come when the program has ended. */
  private String mail() throws IOException {
    Instant end = Instant.now().plusSeconds(30);
    while (!Files.exists(mail) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return Files.readString(mail);
  }

  @Test
  void aRunThatHangsIsEndedAndToldOf() throws IOException {
    archiveBy(HANGS);

    Program.Result result = jobs.program().mkbackup("backup", "plain");

    assertEquals(3, result.exit(), result.toString());
    String failure = "No byte moved for 1 s while packing site-heute.tar; the run was ended.";
    assertTrue(result.err().contains(failure), result.err());
    Json state = jobs.state("plain");
    assertTrue(state.isFailure(), state.text());
    assertTrue(state.string("output").contains("ERROR: " + failure), state.text());
    assertTrue(mail().contains(failure));
    try (Stream<Path> left = Files.list(jobs.target())) {
      assertEquals(0, left.filter(path -> path.toString().contains("plain")).count());
    }
  }

  @Test
  void aProcessThatDoesNotEndEndsItselfAndFreesTheLock() throws IOException {
    archiveBy(IS_DEAF);

    Program.Result result = jobs.program().mkbackup("backup", "plain");

    assertEquals(3, result.exit(), result.toString());
    Json state = jobs.state("plain");
    assertTrue(state.isFailure(), state.text());
    assertTrue(state.string("output").contains("its process was ended"), state.text());
    assertTrue(mail().contains("its process was ended"));
    jobs.set("site-engine = builtin");
    jobs.backUp("plain");
  }
}
