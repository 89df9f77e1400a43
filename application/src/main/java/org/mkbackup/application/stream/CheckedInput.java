package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;

/**
 * Compares size and digests of a stored archive with its manifest while it is read: reading its end
 * fails with an {@link ArchiveException} if they differ. The digests have threads of their own.
 */
public final class CheckedInput extends InputStream {
  private final InputStream source;
  private final StoredArchive expected;
  private final boolean withMd5;
  private final MessageDigest md5 = Digests.md5();
  private final MessageDigest sha256 = Digests.sha256();
  private final List<Lane> lanes = new ArrayList<>();
  private final Pieces pool = new Pieces();
  private @Nullable Piece current;
  private int position;
  private long count;
  private boolean ended;
  private @Nullable ArchiveException failure;

  /** Compares all that the manifest has. */
  public CheckedInput(InputStream source, StoredArchive expected) {
    this(source, expected, true);
  }

  /** Leaves out the slow MD5 digest, which says nothing that SHA-256 doesn't. */
  public static CheckedInput bySha256(InputStream source, StoredArchive expected) {
    return new CheckedInput(source, expected, false);
  }

  /** Compares SHA-256, or MD5 where the manifest has no other. */
  public static CheckedInput byStrongest(InputStream source, StoredArchive expected) {
    return new CheckedInput(source, expected, expected.sha256().isEmpty());
  }

  private CheckedInput(InputStream source, StoredArchive expected, boolean withMd5) {
    this.source = source;
    this.withMd5 = withMd5;
    this.expected = expected;
    Clock untimed = Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC);
    if (withMd5) {
      lanes.add(new Lane("MD5", md5::update, untimed));
    }
    if (expected.sha256().isPresent()) {
      lanes.add(new Lane("SHA-256", sha256::update, untimed));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    Piece piece = current;
    while (piece == null || position == piece.length()) {
      if (ended) {
        return -1;
      }
      piece = next(piece);
    }
    int part = Math.min(length, piece.length() - position);
    System.arraycopy(piece.bytes(), position, bytes, offset, part);
    position += part;
    return part;
  }

  private @Nullable Piece next(@Nullable Piece before) throws IOException {
    current = null;
    position = 0;
    if (before != null) {
      before.giveBack();
    }
    Piece piece = pool.take();
    int read = source.read(piece.bytes(), 0, piece.room());
    if (read < 0) {
      piece.giveBack();
      checkOnce();
      ended = true;
      return null;
    }
    piece.grow(read);
    piece.share(lanes.size() + 1);
    lanes.forEach(lane -> lane.add(piece));
    count += read;
    current = piece;
    return piece;
  }

  /* A digest can be asked once: who reads on after a failure is told the same again. */
  private void checkOnce() throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      check();
    } catch (ArchiveException e) {
      failure = e;
      throw e;
    } finally {
      lanes.forEach(Lane::close);
    }
  }

  private void check() throws IOException {
    if (count != expected.size()) {
      throw new ArchiveException(
          expected.name() + " has " + count + " bytes, but its manifest says " + expected.size(),
          "Restore another backup");
    }
    for (Lane lane : lanes) {
      lane.finish();
    }
    if (withMd5) {
      compare("MD5", md5, expected.md5());
    }
    expected.sha256().ifPresent(digest -> compare("SHA-256", sha256, digest));
  }

  private void compare(String name, MessageDigest digest, String promised) {
    if (!Digests.hex(digest).equalsIgnoreCase(promised)) {
      throw new ArchiveException(
          expected.name() + " has another " + name + " digest than its manifest says",
          "It was changed or damaged after it was made: restore another backup");
    }
  }

  @Override
  public void close() throws IOException {
    lanes.forEach(Lane::close);
    source.close();
  }
}
