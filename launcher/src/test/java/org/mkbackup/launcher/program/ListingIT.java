package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingIT {
  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithABackup() throws IOException {
    jobs = JobRoot.in(temp);
    jobs.backUp("plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "targets", "list nas"})
  void aListingThatGetsLostIsAnError(String words) throws IOException, InterruptedException {
    Path err = temp.resolve("err");
    Process process =
        jobs.program()
            .builder("mkbackup", words.split(" "))
            .redirectOutput(Path.of("/dev/full").toFile())
            .redirectError(err.toFile())
            .start();

    assertEquals(3, process.waitFor());
    assertEquals(
        "Can't write to standard output: No space left on device.\n", Files.readString(err));
  }

  @Test
  void aReaderThatHasGoneIsNotTold() throws IOException, InterruptedException {
    Path err = temp.resolve("err");
    Process process =
        jobs.program().builder("mkbackup", "jobs").redirectError(err.toFile()).start();
    process.getInputStream().close();

    assertEquals(3, process.waitFor());
    assertEquals("", Files.readString(err));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "targets"})
  void whatMakesNoSenseIsLeftOutWithAWarningThatSaysWhere(String mode) throws IOException {
    Files.writeString(
        jobs.configuration(),
        """
        {'jobs': {'good': {'title': 'Good', 'target': 'good'}, 'bad': {'title': 'No target'}},
         'targets': {'good': {'title': 'Good', 'remote': ('local', {'path': '/x'})},
                     'bad': {'title': 'No remote'}}}
        """);

    Program.Result result = jobs.program().mkbackup(mode);

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains("good"), result.out());
    String warning = result.onlyErrorLine();
    assertTrue(warning.startsWith("WARNING: " + jobs.configuration() + ": "), warning);
    assertTrue(warning.contains("'bad' has no '"), warning);
  }
}
