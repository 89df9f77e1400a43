package org.mkbackup.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * Seals with keys of the {@link InMemoryKeyMaker}, fast and not at all safely. A sealed archive is
 * a header (a serial number, and a digest of it and the key's id) and pieces, each with its length
 * before it; a piece without length ends it.
 */
public final class InMemoryArchiveCipher implements ArchiveCipher {
  private static final int SERIAL = Long.BYTES;
  static final int HEADER = SERIAL + 32;

  private final AtomicLong serial = new AtomicLong();

  @Override
  public SealFormat format() {
    return SealFormat.CHECKMK;
  }

  @Override
  public ArchiveCipher alsoFor(List<String> recipients) {
    if (recipients.isEmpty()) {
      return this;
    }
    throw new ConfigurationException(
        "Archives of the format " + format().id() + " can't be sealed to other recipients",
        "Set encryption.format to " + SealFormat.AGE.id() + ", or leave out encryption.recipients");
  }

  @Override
  public Sealing seal(Key key, OutputStream sink) {
    try {
      requireCertificate(key);
      byte[] number = ByteBuffer.allocate(SERIAL).putLong(serial.incrementAndGet()).array();
      byte[] header = Arrays.copyOf(number, HEADER);
      System.arraycopy(proof(key, number), 0, header, SERIAL, HEADER - SERIAL);
      return new PiecesOutput(header, mask(number), sink);
    } catch (KeyException e) {
      try {
        sink.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  @Override
  public OpenedKey unlock(Key key, Passphrase passphrase) {
    requireCertificate(key);
    if (!InMemoryKeyMaker.fits(key, passphrase)) {
      throw new KeyException("The passphrase does not open key " + key, "Check the passphrase");
    }
    return new InMemoryOpenedKey(key);
  }

  private static void requireCertificate(Key key) {
    if (!key.certificate().startsWith("-----BEGIN CERTIFICATE-----\n")) {
      throw new KeyException("The certificate of key " + key + " can't be read", "");
    }
  }

  private static byte[] proof(Key key, byte[] number) {
    byte[] id = key.id().value().getBytes(StandardCharsets.US_ASCII);
    return InMemoryKeyMaker.digest("SHA-256", id, number);
  }

  private static byte mask(byte[] number) {
    return (byte) (number[SERIAL - 1] | 0x80);
  }

  private static final class InMemoryOpenedKey implements OpenedKey {
    private final Key key;
    private boolean closed;

    InMemoryOpenedKey(Key key) {
      this.key = key;
    }

    @Override
    public Opening open(InputStream sealed) {
      try {
        byte[] header = readHeader(sealed);
        return new PiecesInput(header, mask(Arrays.copyOf(header, SERIAL)), sealed);
      } catch (IOException | RuntimeException e) {
        RuntimeException failure =
            e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        try {
          sealed.close();
        } catch (IOException suppressed) {
          failure.addSuppressed(suppressed);
        }
        throw failure;
      }
    }

    private byte[] readHeader(InputStream sealed) throws IOException {
      if (closed) {
        throw new IllegalStateException("Key " + key + " is closed");
      }
      byte[] header = sealed.readNBytes(HEADER);
      if (header.length < HEADER) {
        throw new ArchiveException("The sealed archive ends within its header", "");
      }
      byte[] number = Arrays.copyOf(header, SERIAL);
      if (!Arrays.equals(proof(key, number), Arrays.copyOfRange(header, SERIAL, HEADER))) {
        throw new KeyException("The archive is sealed with another key than " + key, "");
      }
      return header;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
