package org.mkbackup.adapter.localdirectory;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.text.RawName;

/**
 * Targets in a directory. Parameters: {@code path}, absolute and without {@code .}, {@code ..} or
 * doubled slashes, though it may end in one slash, and {@code is_mountpoint}, whether something
 * must be mounted there.
 */
public final class LocalTargetType implements TargetType {
  private static final String PATH = "path";
  private static final String IS_MOUNTPOINT = "is_mountpoint";
  private static final Pattern CANONICAL = Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))[^/]++)+/?");

  @Override
  public String id() {
    return Target.LOCAL;
  }

  @Override
  public BackupStore open(Target target) {
    Field parameters = target.parameters();
    boolean mountPoint =
        parameters
            .get(IS_MOUNTPOINT)
            .filter(field -> !field.isNone())
            .map(Field::bool)
            .orElse(false);
    TargetDirectory directory = new TargetDirectory(path(parameters.require(PATH)), mountPoint);
    return new LocalBackupStore(directory);
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
