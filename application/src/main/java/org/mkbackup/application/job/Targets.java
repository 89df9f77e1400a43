package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.text.RawName;

/** Finds targets and opens their stores by the plugins that know how. */
public final class Targets {
  private final TargetRepository repository;
  private final TargetTypes types;
  private final TargetMounts mounts;

  public Targets(TargetRepository repository, TargetTypes types, TargetMounts mounts) {
    this.repository = repository;
    this.types = types;
    this.mounts = mounts;
  }

  public Target find(TargetId id) {
    return repository
        .find(id)
        .orElseThrow(
            () ->
                new TargetException(
                    "There is no target '" + id + "'", "'mkbackup targets' shows those there are"));
  }

  /** Where a target lies in the file system; empty if that isn't known. */
  public static Optional<Path> place(Target target) {
    return target.type().equals(Target.LOCAL)
        ? Optional.of(RawName.toPath(RawName.ofText(target.parameters().require("path").text())))
        : Optional.empty();
  }

  /** Refuses a target inside of what is backed up: it would hold itself, and go with it. */
  public static void refuseInside(Target target, JobContext context) {
    place(target)
        .filter(context::backsUp)
        .ifPresent(
            path -> {
              throw new TargetException(
                  "Target '"
                      + target.id()
                      + "' lies inside of "
                      + (context.isSystem() ? "what" : "the site that")
                      + " is backed up: "
                      + path,
                  "Choose a path " + context.placeForBackups());
            });
  }

  /**
   * Opens a target's store, and has the mount that it lies on available until what is returned is
   * closed.
   *
   * @param log where the mount tells of itself
   */
  public OpenTarget open(Target target, RunLog log) {
    BackupStore store = types.open(target);
    return new OpenTarget(store, mounts.use(target, log));
  }

  /**
   * Fails where no job of a context could use a target: as a backup does that is refused, or as
   * {@link BackupStore#checkReady} where it can't be written to.
   */
  public void requireReady(Target target, JobContext context, RunLog log) {
    refuseInside(target, context);
    try (OpenTarget open = open(target, log)) {
      open.store().checkReady();
    }
  }
}
