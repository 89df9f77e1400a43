package org.mkbackup.application.inspect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;

/** Reads a list of members, line by line; at its end it has been compared with its digests. */
final class MemberListReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final String HINT =
      "It was changed or damaged: 'mkbackup verify' tells what else was";

  private final String name;
  private final long members;
  private final InputStream stored;
  private final InputStream lines;
  private long read;
  private boolean ended;

  /**
   * Begins.
   *
   * @param members how many it has to have
   * @param stored compressed; closed with this, or if this fails
   */
  MemberListReader(String name, long members, InputStream stored) {
    this.name = name;
    this.members = members;
    this.stored = stored;
    try {
      lines = new BufferedInputStream(new GZIPInputStream(stored, BUFFER), BUFFER);
    } catch (IOException e) {
      ArchiveException failure = unreadable(e);
      closeAfter(failure);
      throw failure;
    }
  }

  /** The list of an archive's members; empty: there is none. */
  static Optional<MemberListReader> of(StoredBackup backup, StoredArchive archive) {
    return backup.memberList(archive).map(source -> of(archive.members().orElseThrow(), source));
  }

  private static MemberListReader of(StoredMembers list, ArchiveSource source) {
    return new MemberListReader(list.file().name(), list.count(), source.open());
  }

  /** The name of its file. */
  String name() {
    return name;
  }

  /** The next member; empty at the end. */
  Optional<ListedMember> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      int first = lines.read();
      if (first < 0) {
        end();
        return Optional.empty();
      }
      read++;
      return Optional.of(member(line(first)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void end() throws IOException {
    ended = true;
    stored.transferTo(OutputStream.nullOutputStream());
    if (read != members) {
      throw changed("has " + read + " lines, but its manifest says " + members);
    }
  }

  private String line(int first) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = first; b != '\n'; b = lines.read()) {
      if (b < 0 || line.size() == MemberLine.LONGEST) {
        throw changed("has a line " + read + " without an end");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private ListedMember member(String line) {
    try {
      return MemberLine.parse(line);
    } catch (ArchiveException e) {
      throw changed("has a line " + read + " that can't be used: " + e.what(), e);
    }
  }

  private ArchiveException changed(String how) {
    return new ArchiveException("The list of members " + name + " " + how, HINT);
  }

  private ArchiveException changed(String how, Exception cause) {
    return new ArchiveException("The list of members " + name + " " + how, HINT, cause);
  }

  private ArchiveException unreadable(IOException e) {
    return changed("can't be read: " + e.getMessage(), e);
  }

  private void closeAfter(Exception failure) {
    try {
      stored.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      stored.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
