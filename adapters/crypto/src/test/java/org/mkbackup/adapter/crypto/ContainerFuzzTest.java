package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.Fuzzing;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** A container of any bytes is opened, or refused as an archive or for its key. */
class ContainerFuzzTest {
  private final Key key = TestKeys.rsa2048();

  private static void read(Fuzzing.Reader reader, byte[] input) throws Exception {
    try {
      reader.read(input);
    } catch (ArchiveException | KeyException refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw new AssertionError("refused as something else", e);
    }
  }

  /** For a fuzzer that follows what is covered. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    for (Fuzzing.Reader reader :
        List.<Fuzzing.Reader>of(
            raw -> ContainerHeader.read(new ByteArrayInputStream(raw)),
            raw -> AgeHeader.read(new ByteArrayInputStream(raw), ContainerFuzzTest::fileKey))) {
      try {
        read(reader, input);
      } catch (ArchiveException | KeyException | UnsupportedRecipientStanzaException refused) {
        // as it may be
      }
    }
  }

  private static FileKey fileKey(Iterable<RecipientStanza> stanzas)
      throws UnsupportedRecipientStanzaException {
    for (RecipientStanza stanza : stanzas) {
      if (stanza.getType().equals("ssh-rsa")) {
        return new FileKey(new byte[16]);
      }
    }
    throw new UnsupportedRecipientStanzaException("none");
  }

  @Test
  void aHeaderIsReadOrRefused() {
    Fuzzing.of(
            List.of(ContainerHeader.of(new byte[256]), ContainerHeader.of(new byte[1])),
            "2\0",
            "1\0",
            "256",
            "\0",
            "2049\0",
            "9999\0",
            "-1")
        .run(input -> read(raw -> ContainerHeader.read(new ByteArrayInputStream(raw)), input));
  }

  /* Each that gets past its header costs an operation with the private key. */
  @Test
  void aContainerIsOpenedOrRefused() throws Exception {
    byte[] sealed = TestKeys.seal(key, "content that fills some blocks".getBytes(UTF_8));
    OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE);
    Fuzzing.of(List.of(sealed), "2\0", "256\0", "\0")
        .run(
            input ->
                read(
                    raw -> {
                      try (InputStream content = opened.open(new ByteArrayInputStream(raw))) {
                        content.transferTo(OutputStream.nullOutputStream());
                      }
                    },
                    input));
  }
}
