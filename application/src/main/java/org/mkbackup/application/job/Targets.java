package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.text.RawName;

/** Finds targets and opens their stores by the plugins that know how. */
public final class Targets {
  private final TargetRepository repository;
  private final Map<String, TargetType> types;
  private final TargetMounts mounts;

  public Targets(TargetRepository repository, Map<String, TargetType> types, TargetMounts mounts) {
    this.repository = repository;
    this.types = Map.copyOf(types);
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

  /**
   * Opens a target's store, and has the mount that it lies on available until what is returned is
   * closed.
   *
   * @param log where the mount tells of itself
   */
  public OpenTarget open(Target target, RunLog log) {
    BackupStore store = store(target);
    return new OpenTarget(store, mounts.use(target, log));
  }

  private BackupStore store(Target target) {
    TargetType type = types.get(target.type());
    if (type == null) {
      throw new ConfigurationException(
          "Target '" + target.id() + "' is of type '" + target.type() + "', which isn't known here",
          "Known are: " + types.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return type.open(target);
  }
}
