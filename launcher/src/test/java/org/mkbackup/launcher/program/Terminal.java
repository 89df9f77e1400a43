package org.mkbackup.launcher.program;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run of a program on a terminal of its own, made by script(1), with somebody who types. */
final class Terminal implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;
  private static final int COLUMNS = 100;
  private static final String CLEAR_TO_END = "\u001b[K";
  private static final Pattern LINE_END = Pattern.compile("\n");
  private static final Pattern PIECE = Pattern.compile("\r|\u001b\\[K|[^\r\u001b]+|\u001b");

  private final Process process;
  private final OutputStream keyboard;
  private final Thread reading;
  private final StringBuilder written = new StringBuilder();
  private int awaited;

  private Terminal(Process process) {
    this.process = process;
    this.keyboard = process.getOutputStream();
    this.reading = new Thread(this::read, "terminal");
    reading.start();
  }

  static Terminal run(ProcessBuilder program) throws IOException {
    return run(program, COLUMNS);
  }

  static Terminal run(ProcessBuilder program, int columns) throws IOException {
    String words =
        program.command().stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String command = "stty columns " + columns + "; exec " + words;
    program.command(List.of("script", "-qefc", command, "/dev/null"));
    return new Terminal(program.redirectErrorStream(true).start());
  }

  /** Waits until a text stands there, after the one that was awaited last. */
  Terminal await(String text) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    synchronized (written) {
      int found = written.indexOf(text, awaited);
      while (found < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || !reading.isAlive()) {
          throw new TimeoutException("'" + text + "' isn't said: " + written);
        }
        written.wait(Math.min(left, 100));
        found = written.indexOf(text, awaited);
      }
      awaited = found + text.length();
    }
    return this;
  }

  Terminal type(String line) throws IOException {
    return press(line + "\n");
  }

  /** Types without a line's end. */
  Terminal press(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
    return this;
  }

  /** The program's exit code, once it has ended and the terminal is gone. */
  int end() throws InterruptedException, TimeoutException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException("It doesn't end: " + all());
    }
    reading.join();
    return process.exitValue();
  }

  /** All that was ever written to the terminal. */
  String all() {
    synchronized (written) {
      return written.toString();
    }
  }

  /** What can be read on the terminal, without what was written over or wiped out. */
  List<String> lines() {
    return LINE_END.splitAsStream(all()).map(Terminal::visible).map(String::stripTrailing).toList();
  }

  private static String visible(String line) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    for (MatchResult piece : PIECE.matcher(line).results().toList()) {
      switch (piece.group()) {
        case "\r" -> at = 0;
        case CLEAR_TO_END -> shown.setLength(at);
        default -> {
          int end = at + piece.group().length();
          shown.replace(at, Math.min(shown.length(), end), piece.group());
          at = end;
        }
      }
    }
    return shown.toString();
  }

  private void read() {
    char[] piece = new char[4096];
    try (Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int count = screen.read(piece); count >= 0; count = screen.read(piece)) {
        synchronized (written) {
          written.append(piece, 0, count);
          written.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    keyboard.close();
  }
}
