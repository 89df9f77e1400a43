package org.mkbackup.launcher.worker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.site.ConflictDecision;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.launcher.console.StopSignal;

/**
 * A child process that does one piece of work as a site's user. That user can stop it, or hold its
 * pipes open when it has ended: neither is waited for without a limit. Its work is, however long it
 * takes, until a signal comes: it may have much to read.
 */
final class SiteUserProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SiteName site;
  private final Process process;
  private final Listener listener;
  private final StoppedProcess watch;
  private final StopSignal stop;
  private final Runnable onStop;

  private SiteUserProcess(
      SiteName site, Process process, Listener listener, StoppedProcess watch, StopSignal stop) {
    this.site = site;
    this.process = process;
    this.listener = listener;
    this.watch = watch;
    this.stop = stop;
    this.onStop = this::end;
    stop.whenStopping(onStop);
  }

  static SiteAccounts.Account accountOf(SiteAccounts accounts, SiteName site) {
    SiteAccounts.Account account =
        accounts
            .find(site)
            .orElseThrow(
                () ->
                    new SiteException(
                        "There is no user '" + site + "'",
                        "Make it anew, with the numbers that own the site's home"));
    if (account.uid() == 0) {
      throw new SiteException(
          "User '" + site + "' is root, and can't have a site", "Name another site");
    }
    return account;
  }

  static SiteUserProcess start(
      SiteName site,
      List<String> command,
      Map<String, String> environment,
      ConflictDecision.Prompt prompt,
      MemberRecorder members,
      RunLog log,
      Progress progress,
      StopSignal stop) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Answers answers = new Answers(prompt, process.getOutputStream());
      Listener listener = Listener.to(process, answers, members, log, progress);
      StoppedProcess watch = StoppedProcess.watch(process, PATIENCE);
      return new SiteUserProcess(site, process, listener, watch, stop);
    } catch (IOException e) {
      throw new SiteException(
          "Can't start a process of user " + site + ": " + e.getMessage(),
          "setsid and setpriv of util-linux are needed",
          e);
    }
  }

  InputStream output() {
    return process.getInputStream();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /** Waits for the end of the work, and fails as the worker has failed. */
  ArchiveSummary result() {
    try {
      return judge(process.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal", "", e);
    }
  }

  /** The same, but an interrupt doesn't end the wait. */
  ArchiveSummary resultWhateverComes() {
    return judge(process.onExit().join().exitValue());
  }

  private ArchiveSummary judge(int code) {
    Listener.Heard end = heard();
    if (end.failure().isPresent()) {
      throw end.failure().get();
    }
    if (watch.hasEndedIt()) {
      throw new SiteException(
          "The process of user " + site + " was stopped by somebody, and was ended for it",
          "Find out what stops or traces that user's processes");
    }
    if (code != 0 || end.summary().isEmpty()) {
      throw new SiteException(
          "The process of user " + site + " ended with " + code + ": " + end.lastWords(),
          "That user must be able to read and run " + System.getProperty("mkbackup.home"));
    }
    return end.summary().get();
  }

  private Listener.Heard heard() {
    try {
      return listener.toTheEnd(PATIENCE);
    } catch (CompletionException e) {
      throw new SiteException(
          "The process of user " + site + " can't be heard: " + e.getCause(), "", e);
    }
  }

  /* First with a request, then by force. */
  private void end() {
    process.destroy();
    process
        .onExit()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(late -> process.destroyForcibly());
  }

  @Override
  public void close() {
    stop.forget(onStop);
    if (process.isAlive()) {
      end();
    }
    Uninterrupted.run(() -> process.onExit().join());
    listener.ignore();
  }
}
