package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** PEM texts, and the Bouncy Castle objects that they stand for. */
final class Pem {
  private Pem() {}

  /**
   * The first object in a text.
   *
   * @throws IOException if there is none, or it is damaged
   */
  static Object read(String text) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      Object first = parser.readObject();
      if (first == null) {
        throw new PEMException("There is no PEM object in the text");
      }
      return first;
    } catch (RuntimeException e) {
      /* The library's decoders throw various ones at a text that is none of theirs. */
      throw new PEMException("The PEM object is damaged", e);
    }
  }

  static String write(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
