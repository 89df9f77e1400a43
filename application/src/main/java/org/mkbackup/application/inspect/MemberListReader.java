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
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;

/** Reads a list of members, line by line; at its end it has been compared with its digests. */
final class MemberListReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final InputStream stored;
  private final InputStream lines;
  private boolean ended;

  /**
   * Begins.
   *
   * @param stored compressed; closed with this, or if this fails
   */
  MemberListReader(String name, InputStream stored) {
    this.name = name;
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
    return backup
        .memberList(archive)
        .map(
            source ->
                new MemberListReader(archive.members().orElseThrow().file().name(), source.open()));
  }

  /** The next member; empty at the end. */
  Optional<ListedMember> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int b = lines.read();
      if (b < 0) {
        ended = true;
        stored.transferTo(OutputStream.nullOutputStream());
        return Optional.empty();
      }
      for (; b != '\n'; b = lines.read()) {
        if (b < 0 || line.size() == MemberLine.LONGEST) {
          throw new ArchiveException(name + " is no list of members", "Restore another backup");
        }
        line.write(b);
      }
      return Optional.of(MemberLine.parse(line.toString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ArchiveException unreadable(IOException e) {
    return new ArchiveException(
        "The list of members " + name + " can't be read: " + e.getMessage(),
        "It was changed or damaged: 'mkbackup verify' tells what else was",
        e);
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
