package org.mkbackup.adapter.localdirectory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;
import org.mkbackup.domain.text.RawName;

/**
 * Targets in a directory. Parameters: {@code path}, absolute and without {@code .}, {@code ..} or
 * doubled slashes, though it may end in one slash, and {@code is_mountpoint}, whether something
 * must be mounted there. On an appliance the path must lie below {@code /mnt}.
 */
public final class LocalTargetType implements TargetType {
  private static final String APPLIANCE = "/etc/cma/cma.conf";
  private static final String PATH = "path";
  private static final String IS_MOUNTPOINT = "is_mountpoint";
  private static final Pattern CANONICAL = Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))[^/]++)+/?");

  @Override
  public String id() {
    return Target.LOCAL;
  }

  @Override
  public List<TargetOption> options() {
    return List.of(
        TargetOption.required(
            "path", TargetOption.Kind.TEXT, "The directory, by its whole path.", PATH),
        TargetOption.optional(
            "mountpoint",
            TargetOption.Kind.FLAG,
            "Whether something must be mounted there.",
            IS_MOUNTPOINT));
  }

  @Override
  public BackupStore open(Target target, Host host) {
    Field parameters = target.parameters();
    boolean mountPoint =
        parameters
            .get(IS_MOUNTPOINT)
            .filter(field -> !field.isNone())
            .map(Field::bool)
            .orElse(false);
    Path path = path(parameters.require(PATH));
    requireBelowMnt(parameters.require(PATH), path, host);
    return new LocalBackupStore(new TargetDirectory(path, mountPoint));
  }

  /* The appliance's own file systems are what is backed up, and what a restore replaces. */
  private static void requireBelowMnt(Field field, Path path, Host host) {
    Path mnt = host.path("/mnt");
    boolean isBelow = path.startsWith(mnt) && !path.equals(mnt);
    if (!isBelow && Files.exists(host.path(APPLIANCE))) {
      throw new ConfigurationException(
          field.path() + " '" + field.text() + "' is not below " + mnt,
          "On an appliance targets lie below " + mnt + "; mount a file system there");
    }
  }

  private static Path path(Field field) {
    String text = field.text();
    if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
      throw wrong(field, "is not an absolute path");
    }
    if (!CANONICAL.matcher(text).matches()) {
      throw wrong(field, "is not canonical: it has a doubled slash, or '.' or '..' in it");
    }
    return RawName.toPath(RawName.ofText(text));
  }

  private static ConfigurationException wrong(Field field, String how) {
    return new ConfigurationException(
        field.path() + " '" + field.text() + "' " + how,
        "Correct the target, giving the whole path of a directory");
  }
}
