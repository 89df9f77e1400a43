package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;
import org.mkbackup.domain.port.ArchiveCipher.Opening;
import org.mkbackup.domain.port.ArchiveCipher.Sealing;

/** What every {@link ArchiveCipher} promises; the tests stand here and in the classes above. */
public abstract class ArchiveCipherContract extends ArchiveCipherFaults {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 65_519, 65_520, 65_535, 65_536, 65_537, 1_000_003})
  void opensWhatItSealed(int length) throws IOException {
    byte[] content = content(length);
    assertArrayEquals(content, open(seal(content)));
  }

  @Test
  void sealsSingleBytesAndSmallPieces() throws IOException {
    byte[] content = content(1000);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = cipher().seal(key(), sealed)) {
      sealing.write(content[0]);
      for (int at = 1; at < content.length; at += 37) {
        sealing.write(content, at, Math.min(37, content.length - at));
        sealing.flush();
      }
    }
    assertArrayEquals(content, open(sealed.toByteArray()));
  }

  @Test
  void opensAStreamThatDeliversSingleBytes() throws IOException {
    byte[] content = content(1000);
    InputStream dripping =
        new ByteArrayInputStream(seal(content)) {
          @Override
          public int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        };
    try (OpenedKey opened = unlock();
        InputStream stream = opened.open(dripping)) {
      assertArrayEquals(content, stream.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 512, 65_536, 100_000})
  void givesOutPiecesOfAnySize(int size) throws IOException {
    byte[] content = content(200_001);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (OpenedKey opened = unlock();
        InputStream stream = opened.open(new ByteArrayInputStream(seal(content)))) {
      byte[] piece = new byte[size];
      for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
        read.write(piece, 0, count);
      }
      assertEquals(-1, stream.read());
    }
    assertArrayEquals(content, read.toByteArray());
  }

  @Test
  void readsTheSealedStreamToItsEnd() throws IOException {
    int[] ends = {0};
    InputStream sealed =
        new FilterInputStream(new ByteArrayInputStream(seal(content(1000)))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            ends[0] += read < 0 ? 1 : 0;
            return read;
          }

          @Override
          public int read() throws IOException {
            int read = super.read();
            ends[0] += read < 0 ? 1 : 0;
            return read;
          }
        };
    try (OpenedKey opened = unlock();
        InputStream stream = opened.open(sealed)) {
      stream.readNBytes(1000);
      assertEquals(-1, stream.read());
    }
    assertTrue(ends[0] > 0);
  }

  @Test
  void opensSeveralArchivesWithOneKey() throws IOException {
    byte[] first = seal(content(100));
    byte[] second = seal(content(300));
    try (OpenedKey opened = unlock();
        InputStream a = opened.open(new ByteArrayInputStream(first));
        InputStream b = opened.open(new ByteArrayInputStream(second))) {
      assertArrayEquals(content(300), b.readAllBytes());
      assertArrayEquals(content(100), a.readAllBytes());
    }
  }

  @Test
  void sealsEveryArchiveDifferently() throws IOException {
    assertFalse(Arrays.equals(seal(content(100)), seal(content(100))));
  }

  @Test
  void makesTheTagsThatItMadeWhenItSealed() throws IOException {
    byte[] statement = content(100);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    Sealing sealing = cipher().seal(key(), sealed);
    try (sealing) {
      sealing.write(content(300));
    }
    byte[] other = seal(content(300));
    try (AuthenticationKey authentication = sealing.authentication();
        OpenedKey opened = unlock();
        Opening same = opened.open(new ByteArrayInputStream(sealed.toByteArray()));
        Opening another = opened.open(new ByteArrayInputStream(other))) {
      byte[] tag = authentication.tag(statement);
      assertArrayEquals(tag, same.authentication().tag(statement));
      assertFalse(Arrays.equals(tag, another.authentication().tag(statement)));
      assertFalse(Arrays.equals(tag, same.authentication().tag(content(99))));
    }
  }

  @Test
  void leavesNothingLegible() throws IOException {
    String sealed = new String(seal("legible ".repeat(50).getBytes(ISO_8859_1)), ISO_8859_1);
    assertFalse(sealed.contains("legible"));
  }
}
