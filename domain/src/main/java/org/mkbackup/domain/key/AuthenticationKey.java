package org.mkbackup.domain.key;

/**
 * Makes tags that only who can open a sealed archive can make or check. It tells nothing of the key
 * of the archive's content, and is never shown.
 */
public interface AuthenticationKey extends AutoCloseable {

  /**
   * The tag of a statement: 32 bytes.
   *
   * @throws IllegalStateException if this is closed
   */
  byte[] tag(byte[] statement);

  /** Wipes the key. */
  @Override
  void close();
}
