package org.mkbackup.application.stream;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveHead;

/** An archive whose first member was read, and that can still be read from its beginning. */
public final class PeekedArchive implements AutoCloseable {
  private static final int MOST_READ_AHEAD = 4 << 20;

  private final InputStream stream;
  private final ArchiveHead head;

  private PeekedArchive(InputStream stream, ArchiveHead head) {
    this.stream = stream;
    this.head = head;
  }

  /** Takes over the stream; it is closed with what is returned, or if this fails. */
  public static PeekedArchive of(InputStream archive, SiteArchiver archiver) {
    BufferedInputStream stream = new BufferedInputStream(archive, 1 << 20);
    stream.mark(MOST_READ_AHEAD);
    try (SiteArchiver.Opened opened = archiver.open(new Unclosed(stream))) {
      ArchiveHead head = opened.head();
      stream.reset();
      return new PeekedArchive(stream, head);
    } catch (IOException e) {
      closeAfter(e, stream);
      throw new ArchiveException("The archive can't be read: " + e.getMessage(), "", e);
    } catch (RuntimeException e) {
      closeAfter(e, stream);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  public ArchiveHead head() {
    return head;
  }

  /** The whole archive; to be taken once, and closed with this. */
  public InputStream stream() {
    return stream;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream stream) {
      super(stream);
    }

    @Override
    public void close() {}
  }
}
