package org.mkbackup.contract;

import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** An archive of the {@link SimpleSiteArchiver} on its way in. */
final class SimpleOpened implements SiteArchiver.Opened {

  private final InputStream source;
  private final CheckedInputStream checked;
  private final DataInputStream data;
  private final SimpleMember first;
  private final ArchiveHead head;
  private Progress progress = Progress.silent();
  private long total;

  SimpleOpened(InputStream source) {
    this.source = source;
    checked = new CheckedInputStream(new Told(source), new CRC32());
    data = new DataInputStream(checked);
    try {
      if (!data.readUTF().equals(SimpleMember.BEGIN)) {
        throw damaged("it is no simple archive");
      }
      first = next().orElseThrow(() -> damaged("it is empty"));
    } catch (IOException e) {
      throw failed(e);
    }
    String site = first.name().replaceFirst("/version$", "");
    Optional<SiteVersion> version = SiteVersion.ofLink(first.link());
    if (first.kind() != SimpleMember.SYMLINK
        || !first.name().endsWith("/version")
        || !SiteName.isLegal(site)
        || version.isEmpty()) {
      throw damaged("it doesn't begin with a version link");
    }
    head = new ArchiveHead(new SiteName(site), version.get());
  }

  @Override
  public ArchiveHead head() {
    return head;
  }

  @Override
  public ArchiveSummary check(Progress listener) {
    return read(new SimpleUnpacking(Optional.empty(), head, first), listener);
  }

  @Override
  public ArchiveSummary visit(MemberVisitor visitor, Progress listener) {
    SimpleUnpacking nowhere = new SimpleUnpacking(Optional.empty(), head, first);
    return read(nowhere.shownTo(visitor), listener);
  }

  @Override
  public ArchiveSummary unpack(Path directory, RunLog log, Progress listener) {
    return read(new SimpleUnpacking(Optional.of(directory), head, first), listener);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ArchiveSummary read(SimpleUnpacking unpacking, Progress listener) {
    progress = listener;
    progress.advanced(total);
    long members = 1;
    long bytes = 0;
    try {
      for (Optional<SimpleMember> next = next(); next.isPresent(); next = next()) {
        progress.at(next.get().name());
        unpacking.place(next.get());
        members++;
        bytes += next.get().content().length();
      }
      checked.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw failed(e);
    }
    unpacking.finish();
    return new ArchiveSummary(members, bytes);
  }

  private Optional<SimpleMember> next() throws IOException {
    if (Thread.interrupted()) {
      throw new StoppedException("Stopped", "");
    }
    char kind = data.readChar();
    if (kind == SimpleMember.END) {
      long sum = checked.getChecksum().getValue();
      if (data.readLong() != sum) {
        throw damaged("its checksum is wrong");
      }
      return Optional.empty();
    }
    return Optional.of(SimpleMember.read(kind, data));
  }

  static ArchiveException damaged(String what) {
    return new ArchiveException("The archive is refused: " + what, "");
  }

  private static ArchiveException failed(IOException e) {
    return new ArchiveException("The archive can't be read: " + e.getMessage(), "", e);
  }

  private final class Told extends FilterInputStream {
    Told(InputStream stored) {
      super(stored);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      tell(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      tell(Math.max(count, 0));
      return count;
    }

    private void tell(int count) {
      total += count;
      progress.advanced(count);
    }
  }
}
