package org.mkbackup.application.key;

import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.KeyMaker;
import org.mkbackup.domain.port.KeyRing;

/** Gives out a copy of a key, and notes that there is one. The passphrase isn't needed. */
public final class ExportKey {

  /** Where the copy goes. When it returns, the copy is kept safely. */
  public interface Sink {
    void write(String pem);
  }

  private final KeyMaker maker;
  private final KeyRing ring;

  public ExportKey(KeyMaker maker, KeyRing ring) {
    this.maker = maker;
    this.ring = ring;
  }

  /**
   * Exports a key.
   *
   * @param name as in {@link Keys#find}
   */
  public Key run(String name, Sink sink) {
    Key key = new Keys(ring).find(name);
    sink.write(maker.pem(key));
    if (!key.downloaded()) {
      ring.markDownloaded(key.id());
    }
    return key;
  }
}
