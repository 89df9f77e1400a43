package org.mkbackup.launcher.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.MemberLine;

/**
 * Hears what a worker says and passes it on, in a thread of its own: to the end, or until it is
 * told that nobody waits for it any more.
 */
final class Listener {

  /**
   * What a worker said of its end.
   *
   * @param lastWords the last line that is no message, such as one of the Java runtime's
   */
  record Heard(
      Optional<ArchiveSummary> summary, Optional<MkbackupException> failure, String lastWords) {}

  private final Answers answers;
  private final MemberRecorder members;
  private final RunLog log;
  private final Progress progress;
  private final CompletableFuture<Heard> end = new CompletableFuture<>();
  private volatile Heard heard = new Heard(Optional.empty(), Optional.empty(), "");
  private volatile boolean deaf;

  private Listener(Answers answers, MemberRecorder members, RunLog log, Progress progress) {
    this.answers = answers;
    this.members = members;
    this.log = log;
    this.progress = progress;
  }

  static Listener to(
      Process process, Answers answers, MemberRecorder members, RunLog log, Progress progress) {
    Listener listener = new Listener(answers, members, log, progress);
    Thread thread = new Thread(() -> listener.listen(process), "worker");
    thread.setDaemon(true);
    thread.start();
    return listener;
  }

  /**
   * What was said to the end. A worker that has ended may have left the pipe to others, who hold it
   * open: then what was heard so far counts.
   *
   * @param most how long to wait
   */
  Heard toTheEnd(Duration most) {
    Heard all = end.copy().completeOnTimeout(heard, most.toMillis(), TimeUnit.MILLISECONDS).join();
    ignore();
    return end.isDone() ? all : heard;
  }

  /** From here on nothing is passed on. */
  void ignore() {
    deaf = true;
  }

  private void listen(Process process) {
    try (MessageLines lines = new MessageLines(process.getErrorStream())) {
      Optional<String> next = lines.next();
      while (next.isPresent() && !deaf) {
        take(next.get());
        next = lines.next();
      }
      end.complete(heard);
    } catch (IOException closed) {
      end.complete(heard);
    } catch (RuntimeException | Error e) {
      end.completeExceptionally(e);
    }
  }

  private void take(String line) {
    Optional<Message> message = Message.parse(line);
    if (message.isEmpty()) {
      heard = new Heard(heard.summary(), heard.failure(), line);
      return;
    }
    String text = message.get().text();
    switch (message.get().kind()) {
      case INFO -> log.info(text);
      case WARNING -> log.warn(text);
      case VERBOSE -> log.verbose(text);
      case AT -> progress.at(text);
      case MEMBER -> {
        if (members.isWanted()) {
          members.add(MemberLine.parse(text));
        }
      }
      case CONFLICT -> answers.answer(text);
      case SUMMARY ->
          heard =
              new Heard(Optional.of(message.get().toSummary()), heard.failure(), heard.lastWords());
      case FAILURE ->
          heard =
              new Heard(heard.summary(), Optional.of(message.get().toFailure()), heard.lastWords());
    }
  }
}
