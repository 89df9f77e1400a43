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
   * @throws org.mkbackup.domain.failure.KeyException if the certificate can't be read or holds no
   *     RSA key; that it has expired doesn't matter
   */
  OutputStream seal(Key key, OutputStream sink);

  /**
   * Opens the private key, to find a wrong passphrase before anything else is touched. Costs as
   * much as the passphrase's derivation does.
   */
  OpenedKey unlock(Key key, Passphrase passphrase);

  /** A private key in memory; closing it forgets it. */
  interface OpenedKey extends AutoCloseable {

    /**
     * Reads the container's header and opens the rest as a stream, which never gives out bytes
     * beyond those that were sealed. A container that was cut off fails at the latest where its end
     * should be. The caller closes the stream, and that closes the sealed one.
     *
     * <p>The container is not authenticated: a digest or the content's own checks must do that.
     */
    InputStream open(InputStream sealed);

    @Override
    void close();
  }
}
