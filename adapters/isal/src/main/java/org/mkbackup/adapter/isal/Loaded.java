package org.mkbackup.adapter.isal;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.mkbackup.domain.port.CompressionEngine;

/**
 * What became of loading the library. One that doesn't give back what it was given isn't used: its
 * structures may be others than those that are known here.
 */
record Loaded(Optional<LibIsal> library, String fault) {
  /* The system's own comes first: it is kept up to date. The other is part of GKL. */
  private static final List<String> NAMES = List.of("libisal.so.2", "gkl_compression");
  private static final int SAMPLE = 100_000;
  private static final int BEHIND = 8;

  static Loaded now() {
    if (Native.POINTER_SIZE != 8) {
      return new Loaded(Optional.empty(), "the machine is not a 64-bit one");
    }
    List<String> faults = new ArrayList<>();
    for (String name : NAMES) {
      try {
        LibIsal library = Native.load(name, LibIsal.class);
        tryOut(library);
        return new Loaded(Optional.of(library), "");
      } catch (LinkageError | RuntimeException | DataFormatException e) {
        faults.add(name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
    return new Loaded(Optional.empty(), String.join("; ", faults));
  }

  private static void tryOut(LibIsal library) throws DataFormatException {
    byte[] sample = new byte[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = (byte) (i % 251 * (i >> 12));
    }
    ByteBuffer content = ByteBuffer.allocateDirect(SAMPLE).put(sample).flip();
    ByteBuffer packed = ByteBuffer.allocateDirect(CompressionEngine.bound(SAMPLE) + 2 + BEHIND);
    ByteBuffer back = ByteBuffer.allocateDirect(SAMPLE + 1);
    for (int level = 1; level <= IsalEngine.MOST; level++) {
      try (IsalDeflater deflater = new IsalDeflater(library, level);
          IsalInflater inflater = new IsalInflater(library)) {
        int half = SAMPLE / 2;
        ByteBuffer first = content.duplicate().limit(half);
        packed.clear();
        deflater.deflate(content.duplicate().limit(0), first.duplicate(), packed);
        deflater.deflate(first.position(half - CompressionEngine.WINDOW), second(content), packed);
        packed.put(new byte[] {3, 0}).put(new byte[BEHIND]).flip();
        boolean ended = inflater.inflate(packed, back.clear());
        byte[] result = new byte[back.flip().remaining()];
        back.get(result);
        if (!ended || packed.remaining() != BEHIND || !Arrays.equals(sample, result)) {
          throw new IllegalStateException("it doesn't give back what it was given");
        }
      }
    }
  }

  private static ByteBuffer second(ByteBuffer content) {
    return content.duplicate().position(SAMPLE / 2);
  }
}
