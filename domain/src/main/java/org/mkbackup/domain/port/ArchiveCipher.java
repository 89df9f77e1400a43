package org.mkbackup.domain.port;

import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

/**
 * Seals archives so that only who has the private key and its passphrase can open them.
 *
 * <p>Failures that come of keys and passphrases are {@link
 * org.mkbackup.domain.failure.KeyException}s, those that come of the sealed bytes {@link
 * org.mkbackup.domain.failure.ArchiveException}s; no message holds a secret.
 */
public interface ArchiveCipher {

  /**
   * A stream that seals what is written to it. Closing it writes the end and closes the sink;
   * without that the archive can't be opened. Flushing does nothing to the format.
   *
   * <p>The sink is taken over: it is closed in a failure, too. Nothing is written to it before the
   * first write, and after a write that failed closing writes no end.
   *
   * @throws org.mkbackup.domain.failure.KeyException if the certificate can't be read or holds no
   *     RSA key; that it has expired doesn't matter
   */
  OutputStream seal(Key key, OutputStream sink);

  /**
   * Opens the private key, to find a wrong passphrase before anything else is touched. Costs as
   * much as the passphrase's derivation does. What counts of a passphrase is its form in UTF-8.
   *
   * @throws org.mkbackup.domain.failure.KeyException if the passphrase is wrong; if the private key
   *     is damaged, not RSA or not encrypted at all; if it is not the certificate's
   */
  OpenedKey unlock(Key key, Passphrase passphrase);

  /** A private key in memory; closing it forgets it. */
  interface OpenedKey extends AutoCloseable {

    /**
     * Reads the container's header and opens the rest as a stream, which never gives out bytes
     * beyond those that were sealed. A container that was cut off fails at the latest where its end
     * should be. The caller closes the stream, and that closes the sealed one. The sealed stream is
     * taken over: it is closed in a failure, too. One key opens any number of archives.
     *
     * <p>The container is not authenticated: a digest or the content's own checks must do that.
     * They also find the cut that happens to fall behind what looks like an end, as about one in
     * 256 of those between two blocks does.
     *
     * @throws org.mkbackup.domain.failure.ArchiveException if this is no container that can be
     *     opened; the stream fails with it, too
     * @throws org.mkbackup.domain.failure.KeyException if it was sealed with another key
     * @throws java.io.UncheckedIOException if the header can't be read
     * @throws IllegalStateException if the key is closed; streams that are open stay so
     */
    InputStream open(InputStream sealed);

    @Override
    void close();
  }
}
