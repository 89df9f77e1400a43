package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.run.RunLog;

/** The mounts of this machine, as root changes them. */
final class SystemMounts implements MountManager {
  private final MountPoints points;
  private final Path records;
  private final Map<MountId, UseRecord> open = new HashMap<>();

  /**
   * @param records the directory of {@link UseRecord}s
   */
  SystemMounts(MountPoints points, Path records) {
    this.points = points;
    this.records = records;
  }

  @Override
  public Use use(Mount mount, RunLog log) {
    changing(
        mount,
        (point, record) -> {
          boolean wasUp = point.isUp();
          try {
            if (!point.isAlive()) {
              record.setTemporary(!wasUp || record.isTemporary());
              mount(point, mount, log);
            }
          } catch (TargetException e) {
            giveBack(point, record, log);
            throw e;
          }
          record.join();
        });
    return () -> leave(mount, log);
  }

  private void leave(Mount mount, RunLog log) {
    try {
      changing(
          mount,
          (point, record) -> {
            record.leave();
            giveBack(point, record, log);
          });
    } catch (TargetException e) {
      log.warn(e.getMessage());
    }
  }

  private static void giveBack(MountPoint point, UseRecord record, RunLog log) throws IOException {
    if (record.isTemporary() && !record.isUsed()) {
      try {
        unmount(point, log);
        record.setTemporary(false);
      } catch (TargetException e) {
        log.warn(e.getMessage());
      }
    }
  }

  @Override
  public void up(Mount mount, RunLog log) {
    changing(
        mount,
        (point, record) -> {
          if (!point.isAlive()) {
            mount(point, mount, log);
          }
          record.setTemporary(false);
        });
  }

  @Override
  public void down(Mount mount, RunLog log) {
    changing(
        mount,
        (point, record) -> {
          if (record.isUsed()) {
            throw new TargetException(
                point.name() + " is in use by a run", "Wait until that has ended");
          }
          unmount(point, log);
          record.setTemporary(false);
        });
  }

  private static void mount(MountPoint point, Mount mount, RunLog log) {
    point.mount();
    point.check();
    log.verbose(point.name() + " was mounted from " + mount.source());
  }

  private static void unmount(MountPoint point, RunLog log) {
    if (point.isUp()) {
      point.unmount();
      log.verbose(point.name() + " was unmounted");
    }
  }

  @Override
  public boolean isUp(Mount mount) {
    return points.of(mount).isUp();
  }

  @Override
  public void check(Mount mount) {
    points.of(mount).check();
  }

  private interface Change {
    void make(MountPoint point, UseRecord record) throws IOException;
  }

  private synchronized void changing(Mount mount, Change change) {
    MountPoint point = points.of(mount);
    try {
      UseRecord record = open.get(mount.id());
      if (record == null) {
        record = UseRecord.open(records.resolve(mount.id().value()));
        open.put(mount.id(), record);
      }
      try (FileLock lock = record.change()) {
        Objects.requireNonNull(lock);
        change.make(point, record);
      } finally {
        if (!record.isUsedHere()) {
          open.remove(mount.id());
          record.close();
        }
      }
    } catch (IOException e) {
      throw new TargetException(
          "The record of who uses " + point.name() + " can't be kept: " + SystemReason.of(e),
          "Run this as root, and see to " + records,
          e);
    }
  }
}
