package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The SHA-256 of one file's content after the other, or nothing where it isn't wanted. */
final class ContentDigest {
  private final Optional<MessageDigest> digest;

  private ContentDigest(Optional<MessageDigest> digest) {
    this.digest = digest;
  }

  static ContentDigest wanted(boolean wanted) {
    try {
      return new ContentDigest(
          wanted ? Optional.of(MessageDigest.getInstance("SHA-256")) : Optional.empty());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** Takes the last bytes that were put into a buffer. */
  void put(ByteBuffer buffer, int count) {
    if (digest.isPresent()) {
      digest.get().update(buffer.slice(buffer.position() - count, count));
    }
  }

  /** The digest of what was put since the last call, lower-case hexadecimal. */
  Optional<String> take() {
    return digest.map(made -> HexFormat.of().formatHex(made.digest()));
  }
}
