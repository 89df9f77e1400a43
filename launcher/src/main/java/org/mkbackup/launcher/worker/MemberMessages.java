package org.mkbackup.launcher.worker;

import java.io.PrintStream;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;

/** Tells the parent of the members of an archive, many at a time. */
final class MemberMessages implements MemberRecorder {
  private static final int MOST_AT_ONCE = 1 << 14;

  private final PrintStream messages;
  private final StringBuilder lines = new StringBuilder();

  MemberMessages(PrintStream messages) {
    this.messages = messages;
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  @Override
  public void add(ListedMember member) {
    lines.append(Message.member(member).line()).append('\n');
    if (lines.length() > MOST_AT_ONCE) {
      flush();
    }
  }

  /** To be called when the last one was told. A print is never mixed with another one's. */
  void flush() {
    if (!lines.isEmpty()) {
      messages.print(lines);
      messages.flush();
      lines.setLength(0);
    }
  }
}
