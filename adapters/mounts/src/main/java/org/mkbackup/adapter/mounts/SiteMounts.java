package org.mkbackup.adapter.mounts;

import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.run.RunLog;

/** Mounts as a site's user sees them, who may use what is up and change nothing. */
final class SiteMounts implements MountManager {
  private final MountPoints points;

  SiteMounts(MountPoints points) {
    this.points = points;
  }

  @Override
  public Use use(Mount mount, RunLog log) {
    check(mount);
    return () -> {};
  }

  @Override
  public void up(Mount mount, RunLog log) {
    throw onlyRoot("mounts", mount, "up");
  }

  @Override
  public void down(Mount mount, RunLog log) {
    throw onlyRoot("unmounts", mount, "down");
  }

  private static TargetException onlyRoot(String what, Mount mount, String verb) {
    return new TargetException(
        "A site's user " + what + " nothing",
        "Have root run 'mkbackup mount " + verb + " " + mount.id() + "'");
  }

  @Override
  public boolean isUp(Mount mount) {
    return points.of(mount).isUp();
  }

  @Override
  public void check(Mount mount) {
    points.of(mount).check();
  }
}
