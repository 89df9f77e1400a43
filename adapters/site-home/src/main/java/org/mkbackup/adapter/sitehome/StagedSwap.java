package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;

/**
 * A staged tree and what becomes of it. The journal is written before the first step and removed
 * after the last, and one rename of it is the point of no return.
 */
final class StagedSwap<J> implements SiteHome.Staged {
  private static final String AGAIN = "Run mkbackup again: it then puts the site in order";

  private enum Phase {
    STAGED,
    SWAPPED,
    /** The old tree is left to be removed. */
    ACCEPTED,
    UNDONE,
    /** An undo failed. The site may be started from now on, so only a recovery tries again. */
    HALF_UNDONE,
    OVER
  }

  private final SiteName site;
  private final Path directory;
  private final JournalFile file;
  private final Swap<J> swap;
  private Phase phase = Phase.STAGED;
  private Optional<J> journal = Optional.empty();
  private RunLog log = RunLog.silent();

  StagedSwap(SiteName site, Path directory, JournalFile file, Swap<J> swap) {
    this.site = site;
    this.directory = directory;
    this.file = file;
    this.swap = swap;
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public void noteRunning() {
    require(Phase.STAGED);
    try {
      file.noteRunning();
    } catch (IOException e) {
      throw Failures.of("That site " + site + " runs can't be noted", e);
    }
  }

  @Override
  public void swapIn(boolean wasRunning) {
    require(Phase.STAGED);
    try {
      J begun = swap.prepare(wasRunning);
      journal = Optional.of(begun);
      phase = Phase.SWAPPED;
      file.begin(swap.write(begun));
      swap.forward(begun);
    } catch (IOException e) {
      throw takenBack(
          Failures.of("The new tree of site " + site + " can't take the place of the old one", e));
    } catch (MkbackupException e) {
      throw takenBack(e);
    }
  }

  private MkbackupException takenBack(MkbackupException failure) {
    if (phase != Phase.SWAPPED) {
      return failure;
    }
    try {
      goBackWhateverComes();
      return failure;
    } catch (IOException | MkbackupException second) {
      SiteException both =
          new SiteException(
              failure.what() + ", and half of it was done and can't be undone now", AGAIN, failure);
      both.addSuppressed(second);
      return both;
    }
  }

  @Override
  public void undo() {
    require(Phase.SWAPPED);
    try {
      goBackWhateverComes();
    } catch (IOException e) {
      throw failedUndo(e);
    }
  }

  private void goBackWhateverComes() throws IOException {
    phase = Phase.HALF_UNDONE;
    Uninterrupted.call(
        () -> {
          goBack();
          return phase;
        });
  }

  private void goBack() throws IOException {
    file.takeBackAcceptance();
    swap.back(journal.orElseThrow());
    file.end();
    phase = Phase.UNDONE;
  }

  @Override
  public void accept(RunLog log) {
    this.log = log;
    require(Phase.SWAPPED);
    try {
      swap.sync();
      file.accept();
    } catch (IOException e) {
      throw Failures.of("The new tree of site " + site + " can't be made durable", e);
    }
    phase = Phase.ACCEPTED;
  }

  /* Whoever finds no more than the old tree removes it, and doesn't start a site stopped since. */
  private void removeOldTree() {
    try {
      file.end();
      settle();
      finish(log);
    } catch (IOException e) {
      log.warn("The old tree of site " + site + " was not removed: " + Failures.reason(e));
    } catch (MkbackupException e) {
      log.warn("The old tree of site " + site + " was not removed: " + e.getMessage());
    }
  }

  private void finish(RunLog log) throws IOException {
    swap.discard(log);
    file.end();
    if (!file.isRunningNoted()) {
      swap.leave();
    }
  }

  /** See {@link SiteHome#settle}. */
  void settle() throws IOException {
    if (file.isRunningNoted()) {
      file.forgetRunning();
      swap.leave();
    }
  }

  @Override
  public void close() {
    if (phase == Phase.HALF_UNDONE) {
      return;
    }
    try {
      if (phase == Phase.SWAPPED) {
        goBackWhateverComes();
      }
      if (phase == Phase.ACCEPTED) {
        removeOldTree();
      } else if (phase != Phase.OVER) {
        finish(RunLog.silent());
      }
      settle();
    } catch (IOException e) {
      throw failedUndo(e);
    }
    phase = Phase.OVER;
  }

  /** See {@link SiteHome#recover}; nothing is staged. */
  Recovery recover(RunLog log) {
    try {
      if (mustUndo()) {
        return undoPending(log);
      }
      Recovery none = file.isRunningNoted() ? Recovery.WAS_RUNNING : Recovery.NOTHING;
      Recovery found = file.isAccepted() ? finished(log) : none;
      finish(log);
      return found;
    } catch (IOException e) {
      throw failedUndo(e);
    }
  }

  /** See {@link SiteHome#mustUndo}. */
  boolean mustUndo() {
    return file.isPending() && !file.isAccepted();
  }

  /* The new tree stands whatever the journal says, so a damaged one stops nothing. */
  private Recovery finished(RunLog log) throws IOException {
    try {
      return swap.wasRunning(file.read(swap::read)) || file.isRunningNoted()
          ? Recovery.FINISHED_WAS_RUNNING
          : Recovery.FINISHED;
    } catch (SiteException damaged) {
      if (file.isRunningNoted()) {
        return Recovery.FINISHED_WAS_RUNNING;
      }
      log.warn("Whether site " + site + " ran before its restore is not known: start it by hand");
      return Recovery.FINISHED;
    }
  }

  private Recovery undoPending(RunLog log) throws IOException {
    J pending = file.read(swap::read);
    swap.back(pending);
    file.end();
    finish(log);
    return swap.wasRunning(pending) || file.isRunningNoted()
        ? Recovery.UNDONE_WAS_RUNNING
        : Recovery.UNDONE;
  }

  private SiteException failedUndo(IOException e) {
    return new SiteException(
        "Site " + site + " can't be put in order: " + Failures.reason(e), AGAIN, e);
  }

  private void require(Phase expected) {
    if (phase != expected) {
      throw new IllegalStateException("The tree is " + phase + ", not " + expected);
    }
  }
}
