package org.mkbackup.adapter.hooks;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.run.RunLog;

/**
 * Logs what a program says, in a thread of its own. All of it is read, so that the program doesn't
 * wait; of long lines and of many only a beginning is kept.
 */
final class ProgramOutput {
  static final int MOST_LINES = 1000;
  static final int LONGEST_LINE = 2000;
  private static final int PATIENCE_SECONDS = 1;

  private final RunLog log;
  private final CompletableFuture<Boolean> atEnd = new CompletableFuture<>();
  private final StringBuilder line = new StringBuilder();
  private int lines;
  private volatile String lastLine = "";

  private ProgramOutput(RunLog log) {
    this.log = log;
  }

  static ProgramOutput of(Process program, RunLog log) {
    ProgramOutput output = new ProgramOutput(log);
    Thread thread = new Thread(() -> output.drain(program), "program-output");
    thread.setDaemon(true);
    thread.start();
    return output;
  }

  private void drain(Process program) {
    char[] part = new char[8192];
    try (Reader said = new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)) {
      for (int read = said.read(part); read >= 0; read = said.read(part)) {
        for (int i = 0; i < read; i++) {
          take(part[i]);
        }
      }
    } catch (IOException e) {
      log.verbose("The output of a program can't be read on: " + e.getMessage());
    } finally {
      endLine();
      atEnd.complete(true);
    }
  }

  private void take(char c) {
    if (c == '\n') {
      endLine();
    } else if (line.length() < LONGEST_LINE) {
      line.append(c);
    }
  }

  private void endLine() {
    if (line.toString().isBlank()) {
      line.setLength(0);
      return;
    }
    lastLine = line.toString();
    line.setLength(0);
    lines++;
    if (lines <= MOST_LINES) {
      log.info(lastLine);
    } else if (lines == MOST_LINES + 1) {
      log.info("... its further lines are left out here");
    }
  }

  /** The last line, once the program has ended. */
  String lastLine() {
    atEnd.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return lastLine;
  }
}
