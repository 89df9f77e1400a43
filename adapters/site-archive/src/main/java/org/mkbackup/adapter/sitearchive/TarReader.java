package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads tar as Python, GNU tar and POSIX pax write it, and takes nothing on trust: every header's
 * checksum is checked, what it says of lengths is bounded, and the end must be two blocks of zeros.
 */
final class TarReader {
  /* No honest archive needs as much for the names of one member. */
  private static final int LARGEST_EXTENSION = 1024 * 1024;

  /** Takes a file's content as it comes. */
  interface Content {

    /**
     * Takes the next bytes.
     *
     * @param part whose bytes they are: who uses them after this returns shares it
     */
    void part(ByteBuffer bytes, Expanded part) throws IOException;
  }

  private final ExpandedBytes input;
  private final byte[] block = new byte[TarFormat.BLOCK];
  private final Extensions extensions = new Extensions();
  private long position;
  private long contentLeft;
  private int padding;

  TarReader(ExpandedBytes input) {
    this.input = input;
  }

  /** The next member; empty at the end. What was not read of the content before is passed over. */
  Optional<Member> next() {
    HeaderReader header = header();
    while (Extensions.isExtension(header.flag())) {
      char flag = header.flag();
      beginContent(header.number(HeaderField.SIZE));
      extensions.add(flag, extension());
      header = header();
    }
    if (header.isZero()) {
      end();
      return Optional.empty();
    }
    Member member = MemberReader.read(header, extensions);
    extensions.forget();
    beginContent(member.size());
    return Optional.of(member);
  }

  /** Hands on the content of the member that was read last, in large parts. */
  void content(Content content) throws IOException {
    while (contentLeft > 0) {
      require(1, "within the content of a file");
      int part = nextPart();
      content.part(input.bytes().slice(input.bytes().position(), part), input.part());
      take(part);
      contentLeft -= part;
    }
  }

  /** After the end: reads what else is stored. */
  void drain() {
    input.drain();
  }

  private HeaderReader header() {
    passOver();
    require(TarFormat.BLOCK, "where a member or the end of the tar should be");
    HeaderReader header = block(0);
    if (!header.isZero() && !header.hasRightChecksum()) {
      throw Damage.damaged("there is no valid header at byte " + position + " of the tar");
    }
    return header;
  }

  private void end() {
    extensions.checkNonePending();
    require(2 * TarFormat.BLOCK, "before the second of the two blocks of zeros that end a tar");
    if (!block(TarFormat.BLOCK).isZero()) {
      throw Damage.damaged("a single block of zeros at byte " + position + " of the tar");
    }
    take(2 * TarFormat.BLOCK);
  }

  private void beginContent(long size) {
    take(TarFormat.BLOCK);
    contentLeft = size;
    padding = TarFormat.padding(size);
  }

  private String extension() {
    if (contentLeft < 0 || contentLeft > LARGEST_EXTENSION) {
      throw Damage.refused("it has an extended header of " + contentLeft + " bytes");
    }
    byte[] bytes = new byte[(int) contentLeft];
    for (int filled = 0; filled < bytes.length; ) {
      require(1, "within an extended header");
      int part = nextPart();
      input.bytes().get(input.bytes().position(), bytes, filled, part);
      filled += part;
      contentLeft -= part;
      take(part);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void passOver() {
    while (contentLeft > 0) {
      require(1, "within the content of a file");
      int part = nextPart();
      take(part);
      contentLeft -= part;
    }
    require(padding, "behind the content of a file");
    take(padding);
    padding = 0;
  }

  /* Valid until the next one is read. */
  private HeaderReader block(int ahead) {
    input.bytes().get(input.bytes().position() + ahead, block);
    return new HeaderReader(block, 0);
  }

  private int nextPart() {
    return (int) Math.min(input.bytes().remaining(), contentLeft);
  }

  private void require(int count, String where) {
    if (!input.has(count)) {
      throw Damage.truncated(where);
    }
  }

  private void take(int count) {
    input.bytes().position(input.bytes().position() + count);
    position += count;
  }
}
