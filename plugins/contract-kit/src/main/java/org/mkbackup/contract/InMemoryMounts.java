package org.mkbackup.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.run.RunLog;

/** Mounts of servers that are not there. */
public final class InMemoryMounts implements MountManager {
  private final Set<MountId> up = new HashSet<>();
  private final Set<MountId> temporary = new HashSet<>();
  private final Set<MountId> silent = new HashSet<>();
  private final Set<MountId> busy = new HashSet<>();
  private final Map<MountId, Integer> users = new HashMap<>();

  /** Whether the server of a mount gives no answers. */
  public void setSilent(Mount mount, boolean isSilent) {
    set(silent, mount, isSilent);
  }

  /** Whether something else than a use keeps a mount from being unmounted. */
  public void setBusy(Mount mount, boolean isBusy) {
    set(busy, mount, isBusy);
  }

  private static void set(Set<MountId> ids, Mount mount, boolean present) {
    if (present) {
      ids.add(mount.id());
    } else {
      ids.remove(mount.id());
    }
  }

  @Override
  public Use use(Mount mount, RunLog log) {
    MountId id = mount.id();
    boolean wasUp = isUp(mount);
    mount(mount);
    if (!wasUp) {
      temporary.add(id);
    }
    users.merge(id, 1, Integer::sum);
    return () -> leave(mount, log);
  }

  private void leave(Mount mount, RunLog log) {
    MountId id = mount.id();
    users.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
    if (temporary.contains(id) && !users.containsKey(id)) {
      try {
        unmount(mount);
      } catch (TargetException e) {
        log.warn(e.getMessage());
      }
    }
  }

  private void mount(Mount mount) {
    if (silent.contains(mount.id())) {
      throw failure(mount, "the server gives no answer");
    }
    up.add(mount.id());
  }

  private void unmount(Mount mount) {
    if (busy.contains(mount.id())) {
      throw failure(mount, "it is busy");
    }
    up.remove(mount.id());
    temporary.remove(mount.id());
  }

  @Override
  public void up(Mount mount, RunLog log) {
    mount(mount);
    temporary.remove(mount.id());
  }

  @Override
  public void down(Mount mount, RunLog log) {
    if (users.containsKey(mount.id())) {
      throw failure(mount, "it is in use by a run");
    }
    unmount(mount);
  }

  @Override
  public boolean isUp(Mount mount) {
    return up.contains(mount.id());
  }

  @Override
  public void check(Mount mount) {
    if (!isUp(mount)) {
      throw failure(mount, "it is not up");
    }
    if (silent.contains(mount.id())) {
      throw failure(mount, "the server gives no answer");
    }
  }

  private static TargetException failure(Mount mount, String reason) {
    return new TargetException("Mount '" + mount.id() + "': " + reason, "See to it");
  }
}
