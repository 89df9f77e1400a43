package org.mkbackup.launcher.worker;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.Category;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;

/**
 * What a worker tells its parent on its standard error: one line each, a letter, a blank, a text. A
 * parent believes nothing in it but uses it as text: the worker has fewer rights than it has.
 *
 * @param kind the letter
 * @param text without line breaks
 */
record Message(Kind kind, String text) {
  private static final String SEPARATOR = "\t";

  /** The kinds, by their letters. */
  enum Kind {
    INFO('I'),
    WARNING('W'),
    VERBOSE('V'),
    /** The file that is being worked on, as a raw name. */
    AT('P'),
    /** A member of the archive that is written, as a {@link MemberLine}. */
    MEMBER('M'),
    /** A question about a file; the parent answers with a line on standard input. */
    CONFLICT('Q'),
    /** Members and bytes: the work is done. */
    SUMMARY('S'),
    /** Category, what and hint: the work has failed. */
    FAILURE('E');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  static Message of(Kind kind, String text) {
    return new Message(kind, OneLine.of(text));
  }

  static Message member(ListedMember member) {
    return new Message(Kind.MEMBER, MemberLine.of(member));
  }

  static Message failure(MkbackupException failure) {
    return new Message(
        Kind.FAILURE,
        String.join(SEPARATOR, failure.category().name(), failure.what(), failure.hint()));
  }

  static Message summary(long members, long bytes) {
    return new Message(Kind.SUMMARY, members + SEPARATOR + bytes);
  }

  String line() {
    return kind.letter + " " + text;
  }

  /** The message of a line; empty if it is none, as when the Java runtime itself complains. */
  static Optional<Message> parse(String line) {
    if (line.length() < 2 || line.charAt(1) != ' ') {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.letter == line.charAt(0)) {
        return Optional.of(new Message(kind, line.substring(2)));
      }
    }
    return Optional.empty();
  }

  List<String> fields() {
    return List.of(text.split(SEPARATOR, -1));
  }

  /** The end of good work that this message tells of. */
  ArchiveSummary toSummary() {
    List<String> fields = fields();
    return new ArchiveSummary(Long.parseLong(fields.get(0)), Long.parseLong(fields.get(1)));
  }

  /** The failure that this message tells of. */
  MkbackupException toFailure() {
    List<String> fields = fields();
    String what = fields.size() > 1 ? fields.get(1) : text;
    String hint = fields.size() > 2 ? fields.get(2) : "";
    for (Category category : Category.values()) {
      if (category.name().equals(fields.get(0))) {
        return failure(category, what, hint);
      }
    }
    return new SiteException(what, hint);
  }

  private static MkbackupException failure(Category category, String what, String hint) {
    return switch (category) {
      case USAGE -> new UsageException(what, hint);
      case CONFIGURATION -> new ConfigurationException(what, hint);
      case TARGET -> new TargetException(what, hint);
      case KEY -> new KeyException(what, hint);
      case ARCHIVE -> new ArchiveException(what, hint);
      case SITE -> new SiteException(what, hint);
      case APPLIANCE -> new ApplianceException(what, hint);
      case BUSY -> new BusyException(what, hint);
      case PROGRAM -> new ProgramException(what, hint);
      case STOPPED -> new StoppedException(what, hint);
    };
  }
}
