package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.Compression;

/** Archives that were cut or changed on the way. */
class DamagedArchiveTest {
  @TempDir private Path directory;

  private final Random random = new Random(1);

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(home().resolve("etc"));
    Files.createSymbolicLink(home().resolve("version"), Path.of(TarForge.VERSION));
    for (int i = 0; i < 20; i++) {
      byte[] content = new byte[random.nextInt(4000)];
      random.nextBytes(content);
      Arrays.fill(content, content.length / 2, content.length, (byte) i);
      Files.write(home().resolve("etc/f" + "o".repeat(10 * i)), content);
    }
  }

  private Path home() {
    return directory.resolve("heute");
  }

  /* What comes before the two blocks of zeros that the archive ends with. */
  private static int contentLength(byte[] tar) {
    int length = tar.length;
    while (tar[length - 1] == 0) {
      length--;
    }
    return length + TarFormat.padding(length);
  }

  @Test
  void aTarIsRefusedWhenItIsCutAtAnyBlock() {
    byte[] tar = Archives.pack(home(), Compression.NONE);
    int needed = contentLength(tar) + 1024;
    for (int length = 0; length < needed; length += 512) {
      byte[] cut = Arrays.copyOf(tar, length);
      assertThrows(ArchiveException.class, () -> Archives.check(cut), "cut at " + length);
    }
    assertEquals(Archives.check(tar), Archives.check(Arrays.copyOf(tar, needed)));
  }

  @Test
  void aTarIsRefusedWhenItIsCutAnywhere() {
    byte[] tar = Archives.pack(home(), Compression.NONE);
    int needed = contentLength(tar) + 1024;
    for (int i = 0; i < 500; i++) {
      byte[] cut = Arrays.copyOf(tar, random.nextInt(needed));
      assertThrows(ArchiveException.class, () -> Archives.check(cut), "cut at " + cut.length);
    }
  }

  @Test
  void aTarIsRefusedWhenABitOfAHeaderIsFlipped() {
    byte[] tar = new TarForge().member('2', "heute/version", TarForge.VERSION, "").end();
    for (int bit = 0; bit < 8 * 512; bit++) {
      byte[] flipped = tar.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      boolean inChecksum = bit / 8 >= 148 && bit / 8 < 156;
      if (!inChecksum) {
        assertThrows(ArchiveException.class, () -> Archives.check(flipped), "bit " + bit);
      }
    }
  }

  @Test
  void anArchiveWithAFlippedBitIsRefusedOrTheSame() throws IOException {
    byte[] archive = Archives.pack(home(), Archives.GZIP);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] flipped = archive.clone();
      int bit = 8 * 10 + random.nextInt(8 * (archive.length - 10));
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Path unpacked = directory.resolve("unpacked" + i);
      try {
        Archives.unpack(flipped, unpacked);
        assertEquals(TreeListing.of(home()), TreeListing.of(unpacked), "bit " + bit);
      } catch (ArchiveException e) {
        refused++;
      }
    }
    // Only the bits that fill up a byte at the end of a block may be anything.
    assertEquals(300, refused, 3);
  }
}
