package org.mkbackup.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mkbackup.application.site.OwnSiteWork;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.domain.failure.Category;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.console.Streams;
import org.mkbackup.launcher.wiring.HostReader;
import org.mkbackup.launcher.wiring.Wiring;
import org.mkbackup.launcher.worker.Worker;
import picocli.CommandLine;

/** Runs a command line to its exit code, and turns failures into one line each. */
public final class CommandLines {
  static final int EXIT_GOOD = 0;
  static final int EXIT_STOPPED = 1;
  static final int EXIT_ATTENTION = 2;
  static final int EXIT_ERROR = 3;

  private final Map<String, String> environment;
  private final StopSignal stop;
  private final PrintStream out = Streams.out();
  private final PrintStream err = Streams.err();

  public CommandLines(Map<String, String> environment, StopSignal stop) {
    this.environment = environment;
    this.stop = stop;
  }

  /**
   * Runs a program.
   *
   * @param words the program's name and its arguments
   */
  public int run(List<String> words) {
    String program = words.isEmpty() ? "" : words.get(0);
    String[] arguments = words.stream().skip(1).toArray(String[]::new);
    return switch (program) {
      case "mkbackup" -> mkbackup(arguments);
      case "omd" -> run(OmdCommand.commandLine(session()), arguments);
      case "worker" -> work(words.subList(1, words.size()));
      default -> fail(new UsageException("Unknown program '" + program + "'", ""));
    };
  }

  /* Its options are those of the plugins, too, which may be broken. */
  private int mkbackup(String[] arguments) {
    try {
      return run(MkbackupCommand.commandLine(session()), arguments);
    } catch (MkbackupException e) {
      return fail(e, isDebug(arguments));
    }
  }

  private Session session() {
    return new Session(environment, stop, out, err);
  }

  private int run(CommandLine line, String[] arguments) {
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setAbbreviatedOptionsAllowed(true);
    line.setParameterExceptionHandler(
        (e, args) -> {
          err.println("ERROR: " + OneLine.of(String.valueOf(e.getMessage())));
          // Nothing but an archive goes to standard output where one is asked for there.
          e.getCommandLine().usage(List.of(arguments).contains("-") ? err : out);
          return EXIT_ERROR;
        });
    line.setExecutionExceptionHandler((e, failed, result) -> fail(e, isDebug(arguments)));
    showHelpAsError(line);
    return line.execute(BareWords.asPositional(arguments));
  }

  /* Scripts rely on it: only what has done its work ends with 0. */
  private static void showHelpAsError(CommandLine line) {
    line.getCommandSpec().exitCodeOnUsageHelp(EXIT_ERROR);
    line.getSubcommands().values().forEach(CommandLines::showHelpAsError);
  }

  private static boolean isDebug(String[] arguments) {
    return List.of(arguments).contains("--debug");
  }

  private int work(List<String> task) {
    try {
      Host host = HostReader.read(environment, false);
      Wiring wiring = Wiring.of(host, environment, stop);
      return new Worker(
              host, wiring.get(OwnSiteWork.Reach.class), wiring.get(RecoverSite.class), err)
          .run(task);
    } catch (MkbackupException e) {
      return fail(e);
    }
  }

  private int fail(MkbackupException failure) {
    return fail(failure, false);
  }

  private int fail(Exception failure, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
    if (stop.isStopping()) {
      err.println("Stopped by a signal.");
      return EXIT_STOPPED;
    }
    if (failure instanceof MkbackupException known) {
      err.println(known.getMessage());
      return exitCode(known.category());
    }
    err.println(
        "Internal error: "
            + OneLine.of(failure.toString())
            + ". Run it again with --debug and report it.");
    return EXIT_ERROR;
  }

  private static int exitCode(Category category) {
    return switch (category) {
      case STOPPED -> EXIT_STOPPED;
      case USAGE, CONFIGURATION, TARGET, KEY, ARCHIVE, SITE, BUSY -> EXIT_ERROR;
    };
  }

  /** Whether the process belongs to root. */
  static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new UsageException("Can't find out whose process this is: " + e.getMessage(), "", e);
    }
  }

  /** A command that returns its exit code. */
  interface Command extends Callable<Integer> {}
}
