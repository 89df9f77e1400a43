package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mkbackup.domain.text.RawName;

/** RRD files as rrdcached names them. */
final class RrdPath {
  // With the command before it, no longer than the shortest line that any version takes.
  private static final int LONGEST = 4000;

  private RrdPath() {}

  /**
   * The names by which the daemon may know a file. It takes paths as its clients give them and
   * follows no links, so that a file can be known by its real path or by the one through {@code
   * /omd}.
   *
   * @return arguments of commands; raw bytes, escaped
   * @throws IOException if the file's directory is gone, or if the name can't be told
   */
  static Set<String> arguments(Path rrd) throws IOException {
    Path absolute = rrd.toAbsolutePath();
    Set<String> arguments = new LinkedHashSet<>();
    arguments.add(argument(RawName.of(real(absolute))));
    arguments.add(argument(RawName.of(absolute)));
    return arguments;
  }

  private static Path real(Path rrd) throws IOException {
    Path directory = rrd.getParent();
    Path name = rrd.getFileName();
    return directory == null || name == null ? rrd : directory.toRealPath().resolve(name);
  }

  /* A control character could end the line and begin another command. */
  private static String argument(String raw) throws IOException {
    if (raw.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IOException("its name has a control character");
    }
    String argument = raw.replace("\\", "\\\\").replace(" ", "\\ ");
    if (argument.length() > LONGEST) {
      throw new IOException("its path is too long for a command");
    }
    return argument;
  }
}
