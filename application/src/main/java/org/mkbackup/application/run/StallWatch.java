package org.mkbackup.application.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.TargetException;

/**
 * Ends a run in which no byte moves where bytes should, as {@link Movement} tells: first by an
 * interrupt, as a signal does. A thread that doesn't end for that, since it hangs in a file system
 * whose server is gone, is left as it is: the state file tells the end, and the process ends.
 */
public final class StallWatch {

  /** How runs are ended, which is the business of the process. */
  public interface Ending {
    /**
     * Interrupts a thread as a signal would, with the processes that it waits for. It may hang as
     * the thread does: Java closes the channel that is read or written, and waits for the system.
     */
    void interrupt(Thread run);

    /** Ends the process at once, whatever its threads do. */
    void giveUp(MkbackupException failure);
  }

  private static final Duration LEAST_GRACE = Duration.ofSeconds(2);
  private static final Duration MOST_GRACE = Duration.ofMinutes(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final String HINT =
      "See that the target answers, or set limits.stalled to a longer time";
  private static final long LOOKS = 20;
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  private final Supplier<Optional<Duration>> limit;
  private final Ending ending;

  /**
   * Watches runs.
   *
   * @param limit how long no byte may move; empty: for ever
   */
  public StallWatch(Supplier<Optional<Duration>> limit, Ending ending) {
    this.limit = limit;
    this.ending = ending;
  }

  /**
   * Does the work of this thread, and watches it.
   *
   * @throws TargetException if no byte moved for too long
   */
  public <T> T watch(RunRecorder recorder, Supplier<T> work) {
    Optional<Duration> longest = limit.get();
    return longest.isEmpty() ? work.get() : watch(recorder, work, longest.get());
  }

  private <T> T watch(RunRecorder recorder, Supplier<T> work, Duration longest) {
    Watch watch = new Watch(recorder, Thread.currentThread(), longest);
    watch.start();
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      Optional<Movement.Stall> stall = recorder.movement().stall();
      if (stall.isPresent()) {
        throw failure(stall.get(), failure);
      }
      throw failure;
    } finally {
      watch.end();
      if (recorder.movement().stall().isPresent()) {
        // The interrupt has done what it was for. One of a signal is remembered by who sent it.
        Thread.interrupted();
      }
    }
  }

  private static TargetException failure(Movement.Stall stall, Throwable cause) {
    return new TargetException(told(stall) + "; the run was ended", HINT, cause);
  }

  private static String told(Movement.Stall stall) {
    return "No byte moved for " + words(stall.silent()) + " while " + stall.doing();
  }

  private static String words(Duration time) {
    return time.toSecondsPart() == 0 && time.toMinutes() > 0
        ? time.toMinutes() + " min"
        : time.toSeconds() + " s";
  }

  private final class Watch {
    private final RunRecorder recorder;
    private final Thread run;
    private final Duration longest;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean decided = new AtomicBoolean();
    private final Thread thread = new Thread(this::look, "stall-watch");

    Watch(RunRecorder recorder, Thread run, Duration longest) {
      this.recorder = recorder;
      this.run = run;
      this.longest = longest;
      thread.setDaemon(true);
    }

    void start() {
      thread.start();
    }

    /* Waits until no interrupt can come any more; for ever in a process that is given up. */
    void end() {
      decided.set(true);
      ended.countDown();
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void look() {
      Movement movement = recorder.movement();
      long between = Math.min(longest.toNanos() / LOOKS, LONGEST_LOOK.toNanos());
      try {
        while (!ended.await(between, TimeUnit.NANOSECONDS)) {
          if (movement.hasStalled(longest)) {
            stop(movement.stall().orElseThrow());
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void stop(Movement.Stall stall) throws InterruptedException {
      Thread interrupting = bounded(() -> ending.interrupt(run));
      bounded(() -> recorder.warn(told(stall) + "; the run is being ended"));
      if (!ended.await(grace().toMillis(), TimeUnit.MILLISECONDS)
          && decided.compareAndSet(false, true)) {
        MkbackupException failure =
            new TargetException(
                told(stall) + "; the run did not end, and its process was ended", HINT);
        bounded(() -> recorder.abandon("ERROR: " + failure.getMessage()));
        ending.giveUp(failure);
      } else {
        interrupting.join();
      }
    }

    private Duration grace() {
      Duration most = longest.compareTo(MOST_GRACE) > 0 ? MOST_GRACE : longest;
      return most.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : most;
    }
  }

  /* A thread that hangs may hold what is needed for it. */
  private static Thread bounded(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, "last-words");
    thread.setDaemon(true);
    thread.start();
    thread.join(LAST_WORDS.toMillis());
    return thread;
  }
}
