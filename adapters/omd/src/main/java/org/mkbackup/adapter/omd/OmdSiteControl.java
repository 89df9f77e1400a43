package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/**
 * Asks the {@code omd} command. A site that has none, because its version isn't installed, can't
 * run and counts as stopped. An interrupt doesn't end a command.
 */
final class OmdSiteControl implements SiteControl {
  private final OmdCommand command;
  private final Consumer<Map<String, String>> environment;
  private final Optional<SiteProcesses> processes;
  private final Limits limits;

  /**
   * How long things may take.
   *
   * @param status of a question for the status
   * @param change of a start or a stop
   * @param kill of processes, to end when asked to, and again when forced to
   */
  record Limits(Duration status, Duration change, Duration kill) {}

  private OmdSiteControl(
      OmdCommand command,
      Consumer<Map<String, String>> environment,
      Optional<SiteProcesses> processes,
      Limits limits) {
    this.command = command;
    this.environment = environment;
    this.processes = processes;
    this.limits = limits;
  }

  /** In a relocated root sites have no accounts, and no process is one of theirs. */
  static OmdSiteControl on(Host host, Limits limits) {
    boolean real = !host.isRelocated();
    return new OmdSiteControl(
        new OmdCommand(host),
        real && host.context() == Context.SYSTEM ? Environments::ofRoot : Environments::ofUser,
        real ? Optional.of(new SiteProcesses(limits.kill())) : Optional.empty(),
        limits);
  }

  @Override
  public SiteStatus status(SiteName site) {
    return command
        .line(site, "status", "--bare")
        .map(line -> statusOf(site, run(site, line, limits.status())))
        .orElse(SiteStatus.STOPPED);
  }

  /* An omd that fails ends with 1, too, but says why; a status is said as such, or not at all. */
  private static SiteStatus statusOf(SiteName site, CommandRun.Outcome outcome) {
    OutputTail output = outcome.output();
    boolean told = output.hasVerdict() || output.lastLine().isEmpty();
    if (outcome.exitCode() == 0) {
      return SiteStatus.RUNNING;
    }
    if (outcome.exitCode() == 1 && told) {
      return SiteStatus.STOPPED;
    }
    if (outcome.exitCode() == 2 && told) {
      return SiteStatus.PARTLY_RUNNING;
    }
    throw failure(site, "status", outcome);
  }

  @Override
  public void stop(SiteName site) {
    change(site, "stop");
  }

  @Override
  public void start(SiteName site) {
    change(site, "start");
  }

  @Override
  public void reloadCrontab(SiteName site) {
    change(site, "restart", "crontab");
  }

  /* A service of the site stands behind the site's name. */
  private void change(SiteName site, String verb, String... service) {
    List<String> line =
        command
            .line(site, verb)
            .map(words -> Stream.concat(words.stream(), Stream.of(service)).toList())
            .orElseThrow(
                () ->
                    new SiteException(
                        "There is no omd to " + verb + " site " + site + " with",
                        "See whether the version is installed that its version link names"));
    CommandRun.Outcome outcome = run(site, line, limits.change());
    if (outcome.exitCode() != 0) {
      throw failure(site, verb, outcome);
    }
  }

  @Override
  public void killProcesses(SiteName site) {
    processes.ifPresent(all -> all.end(site));
  }

  private CommandRun.Outcome run(SiteName site, List<String> line, Duration limit) {
    try {
      return new CommandRun(line, environment).run(limit);
    } catch (IOException e) {
      throw new SiteException(
          "Site " + site + " can't be controlled: " + e.getMessage(),
          "See whether " + line.get(0) + " can be run",
          e);
    } catch (TimeoutException e) {
      throw new SiteException(
          "Site " + site + ": " + e.getMessage() + " and was killed",
          "See what keeps it with 'omd status'",
          e);
    }
  }

  private static SiteException failure(SiteName site, String verb, CommandRun.Outcome outcome) {
    String lastLine = outcome.output().lastLine();
    return new SiteException(
        "omd "
            + verb
            + " of site "
            + site
            + " ended with "
            + outcome.exitCode()
            + (lastLine.isEmpty() ? "" : ": " + lastLine),
        "Try it by hand");
  }
}
