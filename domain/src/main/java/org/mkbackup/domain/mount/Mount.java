package org.mkbackup.domain.mount;

import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.host.Host;

/**
 * A network file system for backups. One that exists is safe to mount: neither its source nor its
 * options can name another command, raise privileges, or carry a password.
 *
 * @param source where it is, in the way of its type
 * @param options those beside what is always set, each {@code name} or {@code name=value}
 */
public record Mount(MountId id, MountType type, String source, List<String> options) {
  /** The directory that has one directory for each mount. */
  public static final String PARENT = "/mnt/auto";

  private static final String CREDENTIALS = "/etc/cma/mkbackup_mounts";
  private static final String GUEST = "guest";

  public Mount {
    options = List.copyOf(options);
    type.checkSource(source);
    type.checkOptions(options);
  }

  /**
   * A mount as it is written down.
   *
   * @param options as for mount(8), with commas between them; may be empty
   */
  public static Mount of(MountId id, MountType type, String source, String options) {
    return new Mount(id, type, source, options.isEmpty() ? List.of() : split(options));
  }

  private static List<String> split(String options) {
    return List.of(options.split(",", -1));
  }

  /** The options as for mount(8), with commas between them. */
  public String optionText() {
    return String.join(",", options);
  }

  /** The directory that it appears at. */
  public Path place(Host host) {
    return host.path(PARENT).resolve(id.value());
  }

  /** Whether it takes a user and a password, which lie in {@link #credentials}. */
  public boolean needsCredentials() {
    return type == MountType.CIFS && !options.contains(GUEST);
  }

  /** The file that holds user and password in the form that mount.cifs(8) reads, mode 0600. */
  public Path credentials(Host host) {
    return credentials(id, host);
  }

  /** The same of a mount that may make no sense. */
  public static Path credentials(MountId id, Host host) {
    return host.path(CREDENTIALS).resolve(id + ".credentials");
  }

  @Override
  public String toString() {
    return "mount " + id;
  }
}
