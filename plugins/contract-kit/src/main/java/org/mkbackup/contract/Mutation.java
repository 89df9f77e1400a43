package org.mkbackup.contract;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Changes input in one to a few places. */
final class Mutation {
  private static final int MOST_CHANGES = 4;
  private static final int[] AWKWARD = {0, 1, 9, 10, '\r', ' ', '"', '\'', '\\', '/', 0x7f, 0xff};

  private final Random random;
  private final List<byte[]> words;

  Mutation(Random random, List<byte[]> words) {
    this.random = random;
    this.words = words;
  }

  byte[] of(List<byte[]> seeds) {
    byte[] mutant = any(seeds).clone();
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      mutant = changed(mutant, any(seeds));
    }
    return mutant;
  }

  private byte[] any(List<byte[]> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  private byte[] changed(byte[] input, byte[] other) {
    int at = random.nextInt(input.length + 1);
    int length = Math.min(input.length - at, 1 + random.nextInt(1 << random.nextInt(12)));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(input);
      case 1 -> spliced(input, at, 0, awkward());
      case 2 -> spliced(input, at, length, new byte[0]);
      case 3 -> spliced(input, at, 0, repeated(piece(input, at, length)));
      case 4 -> spliced(input, at, length, piece(input, random.nextInt(input.length + 1), length));
      case 5 -> spliced(input, at, input.length - at, new byte[0]);
      case 6 -> spliced(input, at, length, piece(other, random.nextInt(other.length + 1), length));
      default -> spliced(input, at, random.nextInt(2) * length, word());
    };
  }

  private byte[] flipped(byte[] input) {
    byte[] flipped = input.clone();
    if (input.length > 0) {
      flipped[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return flipped;
  }

  private byte[] awkward() {
    return new byte[] {(byte) AWKWARD[random.nextInt(AWKWARD.length)]};
  }

  private byte[] word() {
    return words.isEmpty() ? awkward() : any(words);
  }

  /* Now and then very often. */
  private byte[] repeated(byte[] piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int times = 1 << random.nextInt(10); times > 0; times--) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] piece(byte[] input, int at, int length) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    piece.write(input, at, Math.min(length, input.length - at));
    return piece.toByteArray();
  }

  private static byte[] spliced(byte[] input, int at, int length, byte[] instead) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input, 0, at);
    all.writeBytes(instead);
    all.write(input, at + length, input.length - at - length);
    return all.toByteArray();
  }
}
