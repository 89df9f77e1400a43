package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.text.RawName;

/**
 * The journal of one swap: on disk before the first step, and until after the last.
 *
 * <p>Its name tells how far the swap is. While it is {@code journal}, recovery goes back; when it
 * is {@code accepted}, recovery goes forward. The one becomes the other by a rename, which needs no
 * room on the disk. Beside it, from before the site is stopped until it runs again, a file {@code
 * running} tells that it ran.
 */
final class JournalFile {
  private final Disk disk;
  private final Path directory;
  private final Path unfinished;
  private final Path journal;
  private final Path accepted;
  private final Path running;

  /**
   * A journal, whether it is there or not.
   *
   * @param prefix of its names in the directory
   */
  JournalFile(Disk disk, Path directory, String prefix) {
    this.disk = disk;
    this.directory = directory;
    this.unfinished = directory.resolve(prefix + "journal.new");
    this.journal = directory.resolve(prefix + "journal");
    this.accepted = directory.resolve(prefix + "accepted");
    this.running = directory.resolve(prefix + "running");
  }

  boolean isPending() {
    return Names.exists(journal);
  }

  boolean isAccepted() {
    return Names.exists(accepted);
  }

  /** Whether the site ran, and nobody has noted since that it does again. */
  boolean isRunningNoted() {
    return Names.exists(running);
  }

  /** Whether there is a journal, or part of one that was being written, or the note beside it. */
  boolean isThere() {
    return isPending() || isAccepted() || Names.exists(unfinished) || isRunningNoted();
  }

  void noteRunning() throws IOException {
    disk.write(running, new byte[0]);
    disk.sync(directory);
  }

  void forgetRunning() throws IOException {
    disk.delete(running);
    disk.sync(directory);
  }

  /** Refuses to go on over a swap that was not put in order. */
  void requireNone(SiteName site) {
    if (isPending() || isAccepted()) {
      throw new SiteException(
          "A restore of site " + site + " was interrupted, and has not been put in order yet",
          "Try again, without another restore at work");
    }
  }

  void begin(byte[] content) throws IOException {
    disk.write(unfinished, content);
    disk.rename(unfinished, journal);
    disk.sync(directory);
  }

  /**
   * Reads the journal, pending or accepted.
   *
   * @param meaning makes sense of its lines; what it throws tells what is wrong with them
   */
  <T> T read(Function<List<List<String>>, T> meaning) throws IOException {
    Path there = isAccepted() ? accepted : journal;
    byte[] content = Uninterrupted.call(() -> Files.readAllBytes(there));
    try {
      return meaning.apply(JournalText.read(content));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SiteException(
          "The journal " + RawName.forPeople(there) + " is damaged: " + e.getMessage(),
          "Look at the trees beside it, put the right one in place by hand, and remove it then",
          e);
    }
  }

  void accept() throws IOException {
    disk.rename(journal, accepted);
    disk.sync(directory);
  }

  /** Before an undo in the process that failed in {@link #accept}. */
  void takeBackAcceptance() throws IOException {
    if (isAccepted()) {
      disk.rename(accepted, journal);
      disk.sync(directory);
    }
  }

  void end() throws IOException {
    if (isThere()) {
      disk.delete(unfinished);
      disk.delete(journal);
      disk.delete(accepted);
      disk.sync(directory);
    }
  }
}
