package org.mkbackup.adapter.sitearchive;

import java.io.InputStream;
import java.util.Optional;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.run.Progress;

/** The way from what is stored to the members of a tar, compressed or not. */
final class ArchiveSource implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;

  private final SourceBytes source;
  private final ExpandedBytes expanded;
  private final TarReader tar;

  private ArchiveSource(SourceBytes source, ExpandedBytes expanded) {
    this.source = source;
    this.expanded = expanded;
    tar = new TarReader(expanded);
  }

  /**
   * Finds out what is in a stream.
   *
   * @param stream closed with what is returned, but not if it fails
   */
  static ArchiveSource of(InputStream stream, Engines engines) {
    SourceBytes source = new SourceBytes(stream);
    ReadBuffer stored = new ReadBuffer(source, BUFFER);
    if (!stored.has(1)) {
      throw new ArchiveException("The archive is empty", "Restore from another backup");
    }
    Optional<ExpandingInput> compressed = engines.input(stored);
    ExpandedBytes expanded =
        new ExpandedBytes(source, stored, compressed.orElseGet(() -> new PlainInput(stored)));
    boolean opened = false;
    try {
      checkTar(
          expanded,
          compressed.isEmpty()
              ? "it is neither gzip nor zstd nor tar"
              : "what is compressed in it is no tar");
      opened = true;
      return new ArchiveSource(source, expanded);
    } finally {
      if (!opened) {
        expanded.close();
      }
    }
  }

  /** Like {@link #of}, but closes the stream also if it fails. */
  static ArchiveSource owning(InputStream stream, Engines engines) {
    SourceBytes unused = new SourceBytes(stream);
    boolean opened = false;
    try {
      ArchiveSource source = of(stream, engines);
      opened = true;
      return source;
    } finally {
      if (!opened) {
        unused.close();
      }
    }
  }

  TarReader tar() {
    return tar;
  }

  /** To be called when the archive is to be read to its end. */
  void begin(Progress progress) {
    source.tellByHand(progress);
    expanded.readAhead();
  }

  /** Gives back what it holds, but leaves the stream open. */
  void release() {
    expanded.close();
  }

  @Override
  public void close() {
    release();
    source.close();
  }

  private static void checkTar(ExpandedBytes content, String otherwise) {
    byte[] block = new byte[TarFormat.BLOCK];
    if (content.has(block.length)) {
      content.bytes().get(content.bytes().position(), block);
    }
    // A block of zeros has no right checksum.
    if (!new HeaderReader(block, 0).hasRightChecksum()) {
      throw SealedFile.refusal(block).orElseGet(() -> noArchive(otherwise));
    }
  }

  private static ArchiveException noArchive(String why) {
    return new ArchiveException(
        "This is no archive: " + why, "Give a file that 'omd backup' or 'mkbackup backup' wrote");
  }
}
