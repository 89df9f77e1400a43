package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.run.RunLog;

/** Mounts below another root: nothing is mounted, plain directories take their places. */
final class RelocatedMounts implements MountManager {
  private final Host host;

  RelocatedMounts(Host host) {
    this.host = host;
  }

  @Override
  public Use use(Mount mount, RunLog log) {
    up(mount, log);
    return () -> {};
  }

  @Override
  public void up(Mount mount, RunLog log) {
    Path place = mount.place(host);
    log.info("Left out below another root: mounting " + mount.source() + " at " + place);
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new TargetException(
          "The directory " + place + " can't be made: " + SystemReason.of(e),
          "See that nothing else has its name",
          e);
    }
  }

  @Override
  public void down(Mount mount, RunLog log) {
    log.info("Left out below another root: unmounting " + mount.place(host));
  }

  @Override
  public boolean isUp(Mount mount) {
    return Files.isDirectory(mount.place(host));
  }

  @Override
  public void check(Mount mount) {
    if (!isUp(mount)) {
      throw new TargetException(
          "Mount '" + mount.id() + "' at " + mount.place(host) + " is not up",
          "'mkbackup mount up " + mount.id() + "' makes its directory");
    }
  }
}
