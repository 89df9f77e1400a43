package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.run.StageTime;
import org.mkbackup.domain.site.ListedMember;

/**
 * Tells a recorder of members with the SHA-256 of their contents, on a thread of its own: a digest
 * takes as long as to compress. It is made of the buffers that contents were read to, so who fills
 * one {@linkplain #handOver hands over} all that was noted, and {@linkplain #await waits} before
 * using it again. Where nobody is interested, nothing is noted and nobody waits.
 */
final class MemberDigests implements AutoCloseable {

  /* Content, or the end of a member. */
  private record Step(@Nullable ByteBuffer content, @Nullable Member ended) {}

  private static final List<Step> END = List.of();

  private final MemberRecorder recorder;
  private final MessageDigest digest = sha256();
  private final BlockingQueue<List<Step>> queue = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "members");
  private List<Step> noted = new ArrayList<>();
  private long handedOver;
  private long done;
  private @Nullable Throwable failure;
  private volatile boolean closed;
  private long busy;
  private long waited;

  MemberDigests(MemberRecorder recorder) {
    this.recorder = recorder;
    if (recorder.isWanted()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Makes none. */
  static MemberDigests none() {
    return new MemberDigests(MemberRecorder.none());
  }

  /** Takes the last bytes that were put into a buffer. */
  void content(ByteBuffer buffer, int count) {
    if (recorder.isWanted() && count > 0) {
      noted.add(new Step(buffer.slice(buffer.position() - count, count), null));
    }
  }

  /** The content of a member was taken as a whole; for all but files it is none. */
  void ended(Member member) {
    if (recorder.isWanted()) {
      noted.add(new Step(null, member));
    }
  }

  /** Has all done that was noted; the result is for {@link #await}. */
  long handOver() {
    if (!noted.isEmpty()) {
      queue.add(noted);
      noted = new ArrayList<>(noted.size());
      handedOver++;
    }
    return handedOver;
  }

  /** Waits until what was handed over is done; fails if that did. */
  synchronized void await(long wanted) {
    try {
      while (done < wanted) {
        wait();
      }
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  /** Has all done, and waits for it. */
  void finish() {
    await(handOver());
  }

  /** To be asked when it is finished; empty if nobody was interested. */
  synchronized Optional<StageTime> time() {
    return recorder.isWanted()
        ? Optional.of(new StageTime("members", Duration.ofNanos(busy), Duration.ofNanos(waited)))
        : Optional.empty();
  }

  private void run() {
    try {
      long before = System.nanoTime();
      for (List<Step> steps = queue.take(); steps != END; steps = queue.take()) {
        long began = System.nanoTime();
        Throwable failed = attempt(steps);
        long ended = System.nanoTime();
        tellDone(failed, began - before, ended - began);
        before = ended;
      }
    } catch (InterruptedException e) {
      tellDone(Interrupts.stopped(), 0, 0);
    }
  }

  private synchronized void tellDone(@Nullable Throwable failed, long waitedNow, long busyNow) {
    failure = failure == null ? failed : failure;
    done = failure == null ? done + 1 : Long.MAX_VALUE;
    waited += waitedNow;
    busy += busyNow;
    notifyAll();
  }

  private @Nullable Throwable attempt(List<Step> steps) {
    try {
      for (Step step : steps) {
        if (closed) {
          return null;
        }
        take(step);
      }
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private void take(Step step) {
    if (step.content != null) {
      digest.update(step.content);
    }
    if (step.ended != null) {
      Member member = step.ended;
      Optional<String> sha256 =
          member.type() == MemberType.FILE
              ? Optional.of(HexFormat.of().formatHex(digest.digest()))
              : Optional.empty();
      recorder.add(new ListedMember(VisitedTree.told(member), sha256));
    }
  }

  /** Ends the thread, whatever there is left to do. */
  @Override
  public void close() {
    // Without an interrupt, which a recorder that writes would take for a failure of its own.
    closed = true;
    queue.add(END);
    Interrupts.awaitEnd(thread);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
