package org.mkbackup.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mkbackup.application.site.OwnSiteWork;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.Category;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.launcher.console.StandardOutput;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.console.Streams;
import org.mkbackup.launcher.wiring.HostReader;
import org.mkbackup.launcher.wiring.Wiring;
import org.mkbackup.launcher.worker.Worker;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a command line to its exit code, and turns failures into one line each. */
public final class CommandLines {
  static final int EXIT_GOOD = 0;
  static final int EXIT_STOPPED = 1;
  static final int EXIT_ATTENTION = 2;
  static final int EXIT_ERROR = 3;

  private final Map<String, String> environment;
  private final StopSignal stop;
  private final StandardOutput out;
  private final PrintStream err;

  public CommandLines(Map<String, String> environment, StopSignal stop) {
    this(environment, stop, Streams.err());
  }

  CommandLines(Map<String, String> environment, StopSignal stop, PrintStream err) {
    this.environment = environment;
    this.stop = stop;
    this.out = Streams.out();
    this.err = err;
  }

  /**
   * Runs a program.
   *
   * @param words the program's name and its arguments
   */
  public int run(List<String> words) {
    String program = words.isEmpty() ? "" : words.get(0);
    String[] arguments =
        words.isEmpty() ? new String[0] : words.subList(1, words.size()).toArray(new String[0]);
    try {
      return run(program, arguments);
    } catch (RuntimeException | Error failure) {
      // Among them what picocli lets pass: want of memory, a loop without an end.
      return fail(failure, isDebug(arguments));
    }
  }

  private int run(String program, String[] arguments) {
    return switch (program) {
      case "mkbackup" -> mkbackup(arguments);
      case "omd" -> run(new OmdCommand(session()), arguments);
      case "worker" -> work(List.of(arguments));
      default -> throw new UsageException("Unknown program '" + program + "'", "");
    };
  }

  /* Its options are those of the plugins, too, which may be broken. */
  private int mkbackup(String[] arguments) {
    try {
      return run(new MkbackupCommand(session()), arguments);
    } catch (MkbackupException e) {
      return fail(e, isDebug(arguments));
    }
  }

  private Session session() {
    return new Session(environment, stop, out, err);
  }

  private int run(Command program, String[] arguments) {
    CommandLine line = program.commandLine(List.of(arguments));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setAbbreviatedOptionsAllowed(true);
    Failures failures = new Failures(List.of(arguments));
    line.setParameterExceptionHandler(failures);
    line.setExecutionExceptionHandler(failures);
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
    Host host = HostReader.read(environment, false);
    Wiring wiring = Wiring.of(host, environment, stop);
    return new Worker(host, wiring.get(OwnSiteWork.Reach.class), wiring.get(RecoverSite.class), err)
        .run(task);
  }

  private int fail(Throwable failure, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
    if (stop.isStopping()) {
      err.println("Stopped by a signal." + besides(failure));
      return EXIT_STOPPED;
    }
    if (failure instanceof MkbackupException known) {
      err.println(known.getMessage() + Aftermath.of(known));
      return exitCode(known.category());
    }
    err.println(
        "Internal error: "
            + OneLine.of(failure.toString())
            + ". Run it again with --debug and report it.");
    return EXIT_ERROR;
  }

  /* What an interrupt broke off tells nothing; what is wrong with the site now does. */
  private static String besides(Throwable failure) {
    return failure instanceof SiteException site
        ? " " + site.getMessage() + Aftermath.of(failure)
        : Aftermath.of(failure);
  }

  private static int exitCode(Category category) {
    return switch (category) {
      case STOPPED -> EXIT_STOPPED;
      case USAGE, CONFIGURATION, TARGET, KEY, ARCHIVE, SITE, APPLIANCE, BUSY, PROGRAM -> EXIT_ERROR;
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

  /* Lambdas of picocli's interfaces can't be in an archive of classes, nor can those interfaces then. */
  private final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final List<String> arguments;

    private Failures(List<String> arguments) {
      this.arguments = arguments;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] words) {
      err.println("ERROR: " + WrongWords.of(wrong));
      // Nothing but an archive goes to standard output where one is asked for there.
      wrong.getCommandLine().usage(arguments.contains("-") ? err : out);
      return EXIT_ERROR;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine failed, ParseResult words) {
      return fail(failure, arguments.contains("--debug"));
    }
  }
}
