package org.mkbackup.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * A copy-on-write view of this machine, for tests that make users, write to {@code /etc} or mount.
 *
 * <p>Commands run in it as root. They see the machine as it is, with an empty {@code /omd} on a
 * file system of its own (in memory, like all that they write). When a command has ended, so have
 * all processes that it started, and all that they changed is gone: files, users, mounts. What
 * stays is what was written to the shared directories. The network, {@code /dev} and {@code /sys}
 * are the machine's own.
 *
 * <p>It takes root's rights, Linux's namespaces and its overlay file system. Tests begin with
 * {@link #assumePossible}.
 */
public final class PrivateRoot {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private final List<Path> shared;

  private PrivateRoot(List<Path> shared) {
    this.shared = shared;
  }

  /**
   * A view with some directories of the machine in it that can be written to.
   *
   * @param directories absolute, without symlinks; what is mounted below them is not seen
   */
  public static PrivateRoot sharing(Path... directories) {
    return new PrivateRoot(List.of(directories));
  }

  public static boolean isPossible() {
    try {
      return sharing().run(List.of("true"), Map.of(), LIMIT).exitCode() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Leaves a test out where there can't be a private root.
   *
   * @param what is left out: {@code "Real users"}
   */
  public static void assumePossible(String what) {
    Assumptions.assumeTrue(
        isPossible(), () -> what + " were left out: no root, or no overlay file system");
  }

  /** For tests that would change the machine: fails unless they run in a private root. */
  public static void requireInside() {
    Assertions.assertTrue(
        Files.exists(Path.of("/.private-root")), "This would change the machine: not run");
  }

  /** How a command ended. */
  public record Result(int exitCode, String output, String errors) {

    public Result requireSuccess() {
      Assertions.assertEquals(0, exitCode, () -> output + errors);
      return this;
    }
  }

  /**
   * Runs a command with {@code /} as its working directory, this process's environment and an empty
   * standard input.
   *
   * @param environment added to this process's own
   * @param limit after which it is killed, and the test fails
   */
  public Result run(List<String> command, Map<String, String> environment, Duration limit)
      throws IOException, InterruptedException {
    Path exchange = Files.createTempDirectory("private-root");
    try {
      Path setup = exchange.resolve("setup.sh");
      try (InputStream script = PrivateRoot.class.getResourceAsStream("private-root.sh")) {
        Files.copy(Objects.requireNonNull(script), setup);
      }
      List<String> line = new ArrayList<>();
      line.addAll(List.of("unshare", "--mount", "--propagation", "private"));
      line.addAll(List.of("--pid", "--fork", "--kill-child", "/bin/sh", setup.toString()));
      line.add(Files.createDirectory(exchange.resolve("base")).toString());
      shared.forEach(directory -> line.add(directory.toString()));
      line.add("--");
      line.addAll(command);
      return end(start(line, environment, exchange), command, limit, exchange);
    } finally {
      delete(exchange);
    }
  }

  /** Runs a script of {@code /bin/sh} that ends at the first command that fails. */
  public Result runScript(String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-euc", script, "script"));
    line.addAll(List.of(arguments));
    return run(line, Map.of(), LIMIT);
  }

  /**
   * Runs the tests of some classes in one private root, one class after the other, and returns them
   * as tests that have the same results. The classes should have names by which the build does not
   * take them for tests of its own.
   */
  public Stream<DynamicTest> tests(Class<?>... cases) throws IOException, InterruptedException {
    return new PrivateRootTests(this).run(List.of(cases)).stream();
  }

  PrivateRoot sharingAlso(Path directory) {
    return new PrivateRoot(Stream.concat(shared.stream(), Stream.of(directory)).toList());
  }

  private static Process start(List<String> line, Map<String, String> environment, Path exchange)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(exchange.resolve("output").toFile())
            .redirectError(exchange.resolve("errors").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Result end(Process process, List<String> command, Duration limit, Path exchange)
      throws IOException, InterruptedException {
    boolean ended;
    try {
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly();
    }
    String output = Files.readString(exchange.resolve("output"));
    String errors = Files.readString(exchange.resolve("errors"));
    if (!ended) {
      Assertions.fail(command + " was killed after " + limit + "\n" + output + errors);
    }
    return new Result(process.exitValue(), output, errors);
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
