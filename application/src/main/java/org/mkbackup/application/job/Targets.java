package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.text.RawName;

/** Finds targets and opens their stores by the plugins that know how. */
public final class Targets {
  private final TargetRepository repository;
  private final TargetTypes types;

  public Targets(TargetRepository repository, TargetTypes types) {
    this.repository = repository;
    this.types = types;
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

  /** Refuses a target inside of a site: its backup would hold the one before, and go with it. */
  static void refuseInside(Target target, SiteTree site) {
    place(target)
        .filter(path -> SiteFiles.isInside(path, site))
        .ifPresent(
            path -> {
              throw new TargetException(
                  "Target '" + target.id() + "' lies inside of the site that is backed up: " + path,
                  "Choose a path outside of " + site.home());
            });
  }

  public BackupStore open(Target target) {
    return types.open(target);
  }
}
