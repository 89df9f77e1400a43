package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.text.EscapedName;

/** Members of a backup, a line each; whatever their names are, it stays one line of text. */
final class MemberLines implements Consumer<ArchiveMember> {
  private static final int MOST_AT_ONCE = 1 << 15;
  private static final String PERMISSIONS = "rwxrwxrwx";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final PrintStream out;
  private final boolean detailed;
  private final StringBuilder lines = new StringBuilder();

  MemberLines(PrintStream out, boolean detailed) {
    this.out = out;
    this.detailed = detailed;
  }

  @Override
  public void accept(ArchiveMember member) {
    if (detailed) {
      lines.append(details(member));
    }
    lines.append(EscapedName.of(member.path()));
    if (detailed && !member.link().isEmpty()) {
      lines
          .append(member.kind() == Kind.SYMLINK ? " -> " : " link to ")
          .append(EscapedName.of(member.link()));
    }
    lines.append('\n');
    if (lines.length() > MOST_AT_ONCE) {
      flush();
    }
  }

  void flush() {
    out.print(lines);
    out.flush();
    lines.setLength(0);
  }

  private static String details(ArchiveMember member) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s %-8s %12d  %s  ",
        mode(member),
        EscapedName.of(member.user()),
        EscapedName.of(member.group()),
        member.size(),
        TIME.format(member.mtime()));
  }

  /** As {@code ls -l} shows it. */
  static String mode(ArchiveMember member) {
    StringBuilder text = new StringBuilder();
    text.append(member.kind() == Kind.FILE ? '-' : member.kind().letter());
    for (int i = 0; i < PERMISSIONS.length(); i++) {
      boolean set = (member.mode() & 0400 >> i) != 0;
      text.append(set ? PERMISSIONS.charAt(i) : '-');
    }
    special(text, 3, (member.mode() & 04000) != 0, 's');
    special(text, 6, (member.mode() & 02000) != 0, 's');
    special(text, 9, (member.mode() & 01000) != 0, 't');
    return text.toString();
  }

  private static void special(StringBuilder text, int at, boolean set, char letter) {
    if (set) {
      text.setCharAt(at, text.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
    }
  }
}
