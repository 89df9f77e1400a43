package org.mkbackup.application.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5, which manifests hold to find accidents, not attacks. */
final class Md5 {
  private Md5() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no MD5", e);
    }
  }
}
