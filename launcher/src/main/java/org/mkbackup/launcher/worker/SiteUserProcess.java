package org.mkbackup.launcher.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.site.ConflictDecision;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.launcher.console.StopSignal;

/** A child process that does one piece of work as a site's user. */
final class SiteUserProcess implements AutoCloseable {
  private final SiteName site;
  private final Process process;
  private final CompletableFuture<Outcome> outcome;
  private final StopSignal stop;
  private final Runnable onStop;

  private record Outcome(
      Optional<ArchiveSummary> summary, Optional<MkbackupException> failure, String lastWords) {}

  private SiteUserProcess(
      SiteName site, Process process, CompletableFuture<Outcome> outcome, StopSignal stop) {
    this.site = site;
    this.process = process;
    this.outcome = outcome;
    this.stop = stop;
    this.onStop = process::destroy;
    stop.whenStopping(onStop);
  }

  static SiteAccounts.Account accountOf(SiteAccounts accounts, SiteName site) {
    SiteAccounts.Account account =
        accounts
            .find(site)
            .orElseThrow(
                () ->
                    new SiteException(
                        "There is no user '" + site + "'", "Restore without --reuse to make one"));
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
      RunLog log,
      Progress progress,
      StopSignal stop) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new java.io.File("/"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Answers answers = new Answers(prompt, process.getOutputStream());
      CompletableFuture<Outcome> outcome =
          CompletableFuture.supplyAsync(
              () -> listen(process, answers, log, progress),
              task -> new Thread(task, "worker").start());
      return new SiteUserProcess(site, process, outcome, stop);
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
      return judge(process.onExit().get().exitValue(), outcome.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal", "", e);
    } catch (ExecutionException e) {
      throw unheard(e);
    }
  }

  /** The same, but an interrupt doesn't end the wait. */
  ArchiveSummary resultWhateverComes() {
    try {
      return judge(process.onExit().join().exitValue(), outcome.join());
    } catch (CompletionException e) {
      throw unheard(e);
    }
  }

  private SiteException unheard(Exception e) {
    return new SiteException("The process of user " + site + " can't be heard: " + e, "", e);
  }

  private ArchiveSummary judge(int code, Outcome end) {
    if (end.failure().isPresent()) {
      throw end.failure().get();
    }
    if (code != 0 || end.summary().isEmpty()) {
      throw new SiteException(
          "The process of user " + site + " ended with " + code + ": " + end.lastWords(),
          "That user must be able to read and run " + System.getProperty("mkbackup.home"));
    }
    return end.summary().get();
  }

  @Override
  public void close() {
    stop.forget(onStop);
    process.destroy();
    Uninterrupted.run(() -> process.onExit().join());
  }

  private static Outcome listen(Process process, Answers answers, RunLog log, Progress progress) {
    Optional<ArchiveSummary> summary = Optional.empty();
    Optional<MkbackupException> failure = Optional.empty();
    String lastWords = "";
    try (MessageLines lines = new MessageLines(process.getErrorStream())) {
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        String line = next.get();
        Optional<Message> message = Message.parse(line);
        if (message.isEmpty()) {
          lastWords = line;
          continue;
        }
        switch (message.get().kind()) {
          case INFO -> log.info(message.get().text());
          case WARNING -> log.warn(message.get().text());
          case VERBOSE -> log.verbose(message.get().text());
          case AT -> progress.at(message.get().text());
          case CONFLICT -> answers.answer(message.get().text());
          case SUMMARY -> summary = Optional.of(summary(message.get()));
          case FAILURE -> failure = Optional.of(message.get().toFailure());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outcome(summary, failure, lastWords);
  }

  private static ArchiveSummary summary(Message message) {
    return new ArchiveSummary(
        Long.parseLong(message.fields().get(0)), Long.parseLong(message.fields().get(1)));
  }
}
