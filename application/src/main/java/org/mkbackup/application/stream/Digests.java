package org.mkbackup.application.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests that manifests hold: MD5 finds accidents, SHA-256 attacks as well. */
public final class Digests {
  private Digests() {}

  public static MessageDigest md5() {
    return digest("MD5");
  }

  public static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /** The digest of all that it was given, lower-case hexadecimal; it is empty again then. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no " + algorithm, e);
    }
  }
}
