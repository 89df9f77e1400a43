package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the programs of the distribution that the build has just made. */
final class Program {
  static final Path HOME =
      Path.of(System.getProperty("mkbackup.program", "target/mkbackup")).toAbsolutePath();
  private static final long LIMIT_SECONDS = 120;

  /** What a run came to; texts are UTF-8. */
  record Result(int exit, String out, String err) {
    Result {
      out = out.strip();
      err = err.strip();
    }

    /** The one line that a user sees when something is wrong. */
    String onlyErrorLine() {
      if (err.lines().count() != 1) {
        throw new AssertionError("One line was expected on standard error, but it was: " + this);
      }
      return err;
    }
  }

  private final Map<String, String> environment;
  private final Path temp;

  /**
   * A program in an environment.
   *
   * @param environment all of it, but for PATH
   * @param temp where the output of runs is kept
   */
  Program(Map<String, String> environment, Path temp) {
    this.environment = Map.copyOf(environment);
    this.temp = temp;
  }

  Program with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Program(changed, temp);
  }

  Result mkbackup(String... arguments) {
    return run("mkbackup", arguments);
  }

  Result omd(String... arguments) {
    return run("omd", arguments);
  }

  Result run(String program, String... arguments) {
    try {
      Path out = Files.createTempFile(temp, "out", ".txt");
      Path err = Files.createTempFile(temp, "err", ".txt");
      ProcessBuilder builder = builder(program, arguments);
      builder.redirectInput(Path.of("/dev/null").toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(program + " " + List.of(arguments) + " doesn't end");
      }
      return new Result(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A process to be started with streams of the caller's choice. */
  ProcessBuilder builder(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(HOME.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    return builder;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
