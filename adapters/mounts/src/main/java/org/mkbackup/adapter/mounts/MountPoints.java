package org.mkbackup.adapter.mounts;

import java.nio.file.Path;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;

/** Where mounts are on a host, and what acts there. */
record MountPoints(Host host, Commands commands, MountTable table) {

  static MountPoints of(Host host) {
    return new MountPoints(
        host, new SystemCommands(), new MountTable(Path.of("/proc/self/mountinfo")));
  }

  MountPoint of(Mount mount) {
    return new MountPoint(mount, this);
  }
}
