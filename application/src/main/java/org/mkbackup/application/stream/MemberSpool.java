package org.mkbackup.application.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;

/**
 * The list of an archive's members until it can be stored: in a file of the temporary directory
 * that has no name, compressed, and sealed if the archive is. Where that fails there is no list,
 * and a warning.
 */
public final class MemberSpool implements MemberRecorder, AutoCloseable {
  /** More than an archive can have. */
  private static final long MOST = 12_000_000;

  /** More than so many take, and a limit to what a hostile site can fill a disk with. */
  private static final long MOST_BYTES = 4L << 30;

  private static final int BUFFER = 1 << 16;

  private final UnaryOperator<OutputStream> sealing;
  private final Consumer<String> warnings;
  private @Nullable FileChannel file;
  private @Nullable OutputStream lines;
  private boolean broken;
  private boolean finished;
  private long count;
  private long bytes;

  /**
   * An empty list.
   *
   * @param sealing what is to be written to, for what is to be stored
   * @param warnings where it is said that there is no list
   */
  public MemberSpool(UnaryOperator<OutputStream> sealing, Consumer<String> warnings) {
    this.sealing = sealing;
    this.warnings = warnings;
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  @Override
  public synchronized void add(ListedMember member) {
    if (broken || finished) {
      return;
    }
    try {
      byte[] line = (MemberLine.of(member) + "\n").getBytes(StandardCharsets.UTF_8);
      bytes += line.length;
      if (count == MOST || bytes > MOST_BYTES) {
        throw new IOException("it is longer than that of any site");
      }
      lines().write(line);
      count++;
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  private OutputStream lines() throws IOException {
    OutputStream open = lines;
    if (open == null) {
      Path path = Files.createTempFile("mkbackup-", ".members");
      // On Linux its name is gone when this returns.
      FileChannel opened =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = opened;
      open =
          new BufferedOutputStream(
              new Fast(sealing.apply(new Kept(Channels.newOutputStream(opened)))), BUFFER);
      lines = open;
    }
    return open;
  }

  private void fail(Exception e) {
    broken = true;
    String reason =
        e instanceof IOException io ? SystemReason.of(io) : String.valueOf(e.getMessage());
    warnings.accept("The list of members is left out: " + reason);
  }

  /** Takes no more; whether there is a list, with all members that there were. */
  public synchronized boolean finish() {
    OutputStream open = lines;
    if (!finished && open != null && !broken) {
      try {
        open.close();
      } catch (IOException | RuntimeException e) {
        fail(e);
      }
    }
    finished = true;
    return !broken && count > 0;
  }

  public synchronized long count() {
    return count;
  }

  /** Copies the finished list. */
  public void writeTo(OutputStream sink) throws IOException {
    open().transferTo(sink);
  }

  /** The finished list from its beginning, as it is to be stored; not to be closed. */
  public synchronized InputStream open() throws IOException {
    FileChannel spooled = file;
    if (spooled == null || !finished) {
      throw new IllegalStateException("there is no finished list");
    }
    return Channels.newInputStream(spooled.position(0));
  }

  @Override
  public synchronized void close() {
    finished = true;
    FileChannel spooled = file;
    if (spooled != null) {
      try {
        spooled.close();
      } catch (IOException e) {
        warnings.accept("A temporary file can't be closed: " + SystemReason.of(e));
      }
    }
  }

  /** Digests don't get smaller, and the rest is small with little effort. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream sink) throws IOException {
      super(sink, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Stays open when what writes to it is closed. */
  private static final class Kept extends java.io.FilterOutputStream {
    Kept(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
