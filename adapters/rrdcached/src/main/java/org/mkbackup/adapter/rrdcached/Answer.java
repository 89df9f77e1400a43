package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of what rrdcached answers: {@code CODE message}.
 *
 * @param code negative: an error; else the number of lines that follow
 */
record Answer(int code, String message) {
  private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})(?:\\s+(.*))?");
  private static final String NO_SUCH_FILE = "No such file or directory";

  static Answer parse(String line) throws IOException {
    Matcher matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      throw new IOException("it answered '" + line + "'");
    }
    String message = matcher.group(2);
    return new Answer(Integer.parseInt(matcher.group(1)), message == null ? "" : message.strip());
  }

  boolean isError() {
    return code < 0;
  }

  /** Whether the file is not in the daemon's memory, so that there is nothing to hold back. */
  boolean isUnknownFile() {
    return isError() && message.endsWith(NO_SUCH_FILE);
  }

  /** Whether things are as they were asked to be, though some versions call it an error. */
  boolean isFine() {
    return !isError() || message.endsWith("already suspended") || message.endsWith("not suspended");
  }

  int linesToFollow() {
    return Math.max(code, 0);
  }
}
