package org.mkbackup.domain.port;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.key.SealFormat;

/**
 * Seals archives so that only who has the private key and its passphrase can open them.
 *
 * <p>Failures that come of keys and passphrases are {@link
 * org.mkbackup.domain.failure.KeyException}s, those that come of the sealed bytes {@link
 * org.mkbackup.domain.failure.ArchiveException}s; no message holds a secret.
 */
public interface ArchiveCipher {

  SealFormat format();

  /**
   * The same, but that what it seals can be opened by others as well; without any, this one.
   *
   * @param recipients as the settings name them
   * @throws org.mkbackup.domain.failure.ConfigurationException if one is none, or the format knows
   *     no other than the key's owner
   */
  ArchiveCipher alsoFor(List<String> recipients);

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
  Sealing seal(Key key, OutputStream sink);

  /**
   * Opens the private key, to find a wrong passphrase before anything else is touched. Costs as
   * much as the passphrase's derivation does. What counts of a passphrase is its form in UTF-8.
   *
   * @throws org.mkbackup.domain.failure.KeyException if the passphrase is wrong; if the private key
   *     is damaged, not RSA or not encrypted at all; if it is not the certificate's
   */
  OpenedKey unlock(Key key, Passphrase passphrase);

  /** An archive that is being sealed. */
  abstract class Sealing extends OutputStream {

    /**
     * Makes tags for this archive; only who opens it gets the same ones. It may be used when the
     * archive is closed. The caller closes it.
     */
    public abstract AuthenticationKey authentication();
  }

  /** The content of an archive that was opened. */
  abstract class Opening extends InputStream {

    /** As {@link Sealing#authentication} of the same archive. Closed with this. */
    public abstract AuthenticationKey authentication();
  }

  /** A private key in memory; closing it forgets it. */
  interface OpenedKey extends AutoCloseable {

    /**
     * Reads the container's header and opens the rest as a stream, which never gives out bytes
     * beyond those that were sealed, and ends only when the sealed stream has been read to its end.
     * A container that was cut off fails at the latest where its end should be. The caller closes
     * the stream, and that closes the sealed one. The sealed stream is taken over: it is closed in
     * a failure, too. One key opens any number of archives.
     *
     * <p>A container need not be authenticated: a digest that {@link Opening#authentication}
     * vouches for, or else the content's own checks must do that. They also find the cut that
     * happens to fall behind what looks like an end, as about one in 256 of those between two
     * blocks does.
     *
     * @throws org.mkbackup.domain.failure.ArchiveException if this is no container that can be
     *     opened; the stream fails with it, too
     * @throws org.mkbackup.domain.failure.KeyException if it was sealed with another key
     * @throws java.io.UncheckedIOException if the header can't be read
     * @throws IllegalStateException if the key is closed; streams that are open stay so
     */
    Opening open(InputStream sealed);

    @Override
    void close();
  }
}
