package org.mkbackup.adapter.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountType;

/**
 * The command that mounts. Whatever a mount's own options are, servers that don't answer are given
 * up: those of NFS after {@code timeo} tenths of a second, {@code retrans} times over, those of
 * CIFS and SSH when they leave questions open that are asked every ten seconds.
 */
final class MountLine {
  private static final String SAFE = "nosuid,nodev,noexec";
  private static final String SSH =
      "BatchMode=yes,StrictHostKeyChecking=yes,PermitLocalCommand=no,ControlPath=none,"
          + "ConnectTimeout=10,ConnectionAttempts=1,ServerAliveInterval=10,ServerAliveCountMax=3";

  private MountLine() {}

  /** The program that the command needs, besides mount(8) itself. */
  static String helper(MountType type) {
    return type == MountType.SSHFS ? "sshfs" : "mount." + type.word();
  }

  /** The package of Debian that has it. */
  static String helperPackage(MountType type) {
    return switch (type) {
      case NFS -> "nfs-common";
      case CIFS -> "cifs-utils";
      case SSHFS -> "sshfs";
    };
  }

  static List<String> of(Mount mount, Host host) {
    String place = mount.place(host).toString();
    String options = String.join(",", options(mount, host));
    if (mount.type() == MountType.SSHFS) {
      // In a session of its own, Ctrl-C on the terminal of a run doesn't cut the connection.
      return List.of("setsid", "--wait", "sshfs", mount.source(), place, "-o", options);
    }
    return List.of("mount", "-t", mount.type().word(), "-o", options, "--", mount.source(), place);
  }

  private static List<String> options(Mount mount, Host host) {
    List<String> options = new ArrayList<>();
    switch (mount.type()) {
      case NFS -> {
        options.addAll(List.of("soft", "retry=0"));
        options.addAll(unlessSet(mount, "timeo=100", "retrans=3"));
      }
      case CIFS -> {
        options.add("soft");
        options.addAll(unlessSet(mount, "echo_interval=10"));
        if (mount.needsCredentials()) {
          options.add("credentials=" + mount.credentials(host));
        }
      }
      case SSHFS -> {
        options.add(SSH);
        if (isSet(mount, "IdentityFile")) {
          options.add("IdentitiesOnly=yes");
        }
        options.add("allow_other,default_permissions");
      }
    }
    options.addAll(mount.options());
    options.add(SAFE);
    return options;
  }

  private static List<String> unlessSet(Mount mount, String... defaults) {
    return Stream.of(defaults)
        .filter(option -> !isSet(mount, option.substring(0, option.indexOf('='))))
        .toList();
  }

  private static boolean isSet(Mount mount, String name) {
    return mount.options().stream().anyMatch(option -> option.startsWith(name + "="));
  }
}
