package org.mkbackup.domain.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.text.EscapedName;
import org.mkbackup.domain.text.RawName;

/**
 * A member as a line of the list of an archive's members: kind, mode, time, size, user, group,
 * SHA-256, path and link, with a tab between each. Names are {@link EscapedName}s.
 */
public final class MemberLine {
  /** More than any line has: two paths of 4095 bytes, each an escape, and the rest. */
  public static final int LONGEST = 1 << 16;

  private static final int FIELDS = 9;
  private static final int SHOWN = 80;
  private static final String NONE = "-";
  private static final Pattern MODE = Pattern.compile("[0-7]{1,4}");
  private static final Pattern TIME = Pattern.compile("-?[0-9]{1,17}\\.[0-9]{9}");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,19}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private MemberLine() {}

  /** The line, without its end. */
  public static String of(ListedMember listed) {
    ArchiveMember member = listed.member();
    StringBuilder line = new StringBuilder(member.path().length() + 160);
    line.append(member.kind().letter()).append('\t');
    line.append(Integer.toOctalString(member.mode())).append('\t');
    time(line, member.mtime());
    line.append('\t').append(member.size()).append('\t');
    line.append(EscapedName.of(member.user())).append('\t');
    line.append(EscapedName.of(member.group())).append('\t');
    line.append(listed.sha256().orElse(NONE)).append('\t');
    line.append(EscapedName.of(member.path())).append('\t');
    return line.append(EscapedName.of(member.link())).toString();
  }

  private static void time(StringBuilder line, Instant time) {
    String nanos = Integer.toString(time.getNano());
    line.append(time.getEpochSecond()).append('.');
    line.append("0".repeat(9 - nanos.length())).append(nanos);
  }

  /**
   * Reads a line.
   *
   * @throws ArchiveException if it is none
   */
  public static ListedMember parse(String line) {
    String[] fields = line.split("\t", -1);
    if (line.length() > LONGEST || fields.length != FIELDS) {
      throw wrong("has " + fields.length + " fields instead of " + FIELDS, line);
    }
    ArchiveMember member =
        new ArchiveMember(
            kind(fields[0]),
            name(fields[7]),
            name(fields[8]),
            size(fields[3]),
            Integer.parseInt(formed(MODE, "mode", fields[1]), 8),
            time(fields[2]),
            name(fields[4]),
            name(fields[5]));
    return new ListedMember(member, sha256(fields[6]));
  }

  private static Kind kind(String text) {
    return Optional.of(text)
        .filter(letter -> letter.length() == 1)
        .flatMap(letter -> Kind.ofLetter(letter.charAt(0)))
        .orElseThrow(() -> no("kind of member", text));
  }

  private static String name(String text) {
    return EscapedName.raw(text);
  }

  private static long size(String text) {
    try {
      return Long.parseLong(formed(SIZE, "size", text));
    } catch (NumberFormatException e) {
      throw no("size", text);
    }
  }

  private static Instant time(String text) {
    int point = formed(TIME, "time", text).indexOf('.');
    try {
      return Instant.ofEpochSecond(
          Long.parseLong(text, 0, point, 10), Long.parseLong(text, point + 1, text.length(), 10));
    } catch (DateTimeException e) {
      throw no("time", text);
    }
  }

  private static Optional<String> sha256(String text) {
    return text.equals(NONE)
        ? Optional.empty()
        : Optional.of(formed(SHA256, "SHA-256 digest", text));
  }

  private static String formed(Pattern form, String what, String text) {
    if (!form.matcher(text).matches()) {
      throw no(what, text);
    }
    return text;
  }

  private static ArchiveException no(String what, String text) {
    return wrong("is no " + what, text);
  }

  private static ArchiveException wrong(String how, String text) {
    String shown = OneLine.beginning(text, SHOWN);
    return new ArchiveException(
        "'" + EscapedName.of(RawName.ofText(shown)) + "' " + how,
        "The list of members was changed or damaged");
  }
}
