package org.mkbackup.domain.key;

import java.util.Arrays;

/** A secret in memory, wiped when it is closed. It is never shown. */
public final class Passphrase implements AutoCloseable {
  private final char[] secret;

  private Passphrase(char[] secret) {
    this.secret = secret;
  }

  /** Takes a copy; the caller wipes its own. */
  public static Passphrase of(char[] secret) {
    return new Passphrase(secret.clone());
  }

  /** A copy of the secret, which the caller wipes. */
  public char[] reveal() {
    return secret.clone();
  }

  public int length() {
    return secret.length;
  }

  @Override
  public void close() {
    Arrays.fill(secret, '\0');
  }

  @Override
  public String toString() {
    return "***";
  }
}
