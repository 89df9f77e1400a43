package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.text.RawName;

/**
 * An empty file that tells of a directory beside it that was carried away. All that it has to say
 * is in its name, so that it is never there in part.
 *
 * @param time what the directory around it had as its time before
 */
record CarryMark(Path file, FileTime time) {
  private static final String TIME = "(-?\\d+)\\.(\\d{9})";

  /** The mark to be made beside an entry of a directory. */
  static CarryMark of(Path around, Path entry) throws IOException {
    FileTime time = DirectoryState.of(around).modified();
    Instant instant = time.toInstant();
    String name =
        prefix(entry)
            + String.format(Locale.ROOT, "%d.%09d", instant.getEpochSecond(), instant.getNano());
    return new CarryMark(RawName.resolve(around, name), time);
  }

  /** The mark that was made beside an entry, which itself need not be there. */
  static Optional<CarryMark> find(Path around, Path entry) throws IOException {
    Pattern marks = Pattern.compile(Pattern.quote(prefix(entry)) + TIME);
    for (String name : Names.in(around)) {
      Matcher mark = marks.matcher(name);
      if (mark.matches()) {
        Instant time =
            Instant.ofEpochSecond(Long.parseLong(mark.group(1)), Long.parseLong(mark.group(2)));
        return Optional.of(new CarryMark(RawName.resolve(around, name), FileTime.from(time)));
      }
    }
    return Optional.empty();
  }

  private static String prefix(Path entry) {
    return "." + RawName.nameOf(entry) + ".mkbackup-carried-";
  }
}
