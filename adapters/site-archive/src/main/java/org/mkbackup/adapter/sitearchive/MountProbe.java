package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Finds out whether what is mounted below a directory answers, before this process touches it: who
 * waits for a dead server in the kernel can't be ended, but a child can be abandoned there.
 */
final class MountProbe {
  /** How long a server may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path top;
  private final MountPoints mounts;
  private final Duration patience;
  private final RunLog log;

  private MountProbe(Path top, MountPoints mounts, Duration patience, RunLog log) {
    this.top = top;
    this.mounts = mounts;
    this.patience = patience;
    this.log = log;
  }

  /**
   * A probe of what is mounted now.
   *
   * @param top absolute and real
   */
  static MountProbe below(Path top, Duration patience, RunLog log) throws IOException {
    return new MountProbe(top, MountPoints.below(top), patience, log);
  }

  /** Whether something is mounted there that doesn't answer; the log is told of it. */
  boolean isSilent(String below) {
    if (!mounts.contains(below) || answers(below)) {
      return false;
    }
    log.warn(
        "'"
            + RawName.forPeople(below)
            + "' is left out: what is mounted there gives no answer within "
            + patience.toSeconds()
            + " s");
    return true;
  }

  /* The file system's numbers come from the server where attributes may be cached. */
  private boolean answers(String below) {
    try {
      return RawCommand.ends(
          List.of("stat", "--file-system", "--"),
          List.of(RawName.of(RawName.resolve(top, below))),
          patience);
    } catch (IOException e) {
      throw new IllegalStateException("'stat' can't be run", e);
    }
  }
}
