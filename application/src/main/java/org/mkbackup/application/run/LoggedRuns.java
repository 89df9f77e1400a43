package org.mkbackup.application.run;

import java.time.Clock;
import java.util.function.Function;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.port.LogSink;

/** Runs whose lines are kept in the log of all runs, and what they failed with as well. */
public final class LoggedRuns {
  private final LogSink sink;
  private final Clock clock;

  public LoggedRuns(LogSink sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * What stands on each line of a run's.
   *
   * @param name what it does, in a few words: {@code backup nightly}
   * @param replacesLog whether the tree that it replaces has the log in it. Then its lines are held
   *     back to its end, and are in the log of the tree that stands then
   */
  public record Label(String name, boolean replacesLog) {}

  /** Does the work, which tells the observer that it is given what happens. */
  public <T> T run(Label label, RunObserver watcher, Function<RunObserver, T> work) {
    try (LoggingObserver observer = new LoggingObserver(sink, clock, label, watcher)) {
      try {
        T result = work.apply(observer);
        observer.succeeded();
        return result;
      } catch (MkbackupException failure) {
        observer.failed(failure.getMessage());
        throw failure;
      } catch (RuntimeException | Error failure) {
        observer.failed(failure.toString());
        throw failure;
      }
    }
  }
}
