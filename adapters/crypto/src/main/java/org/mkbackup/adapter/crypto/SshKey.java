package org.mkbackup.adapter.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A public key as SSH writes it. */
final class SshKey {
  static final String RSA = "ssh-rsa";
  static final String ED25519 = "ssh-ed25519";

  private static final int TAG = 4;

  private final String type;
  private final byte[] wire;

  /**
   * A key of that type.
   *
   * @param type {@link #RSA} or {@link #ED25519}
   * @param wire RFC 4253, section 6.6: the type again and what belongs to it, each with its length
   */
  SshKey(String type, byte[] wire) {
    this.type = type;
    this.wire = wire.clone();
  }

  static SshKey of(RSAPublicKey key) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    put(wire, RSA.getBytes(StandardCharsets.US_ASCII));
    put(wire, key.getPublicExponent().toByteArray());
    put(wire, key.getModulus().toByteArray());
    return new SshKey(RSA, wire.toByteArray());
  }

  private static void put(ByteArrayOutputStream wire, byte[] bytes) {
    wire.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    wire.writeBytes(bytes);
  }

  /**
   * Reads a line of an {@code authorized_keys} or {@code .pub} file, without options.
   *
   * @throws InvalidKeyException if it is none, or of another type
   */
  static SshKey parse(String line) throws InvalidKeyException {
    String[] words = line.strip().split("\\s+", 3);
    if (words.length < 2 || !(words[0].equals(RSA) || words[0].equals(ED25519))) {
      throw new InvalidKeyException("This is no SSH public key");
    }
    SshKey key = new SshKey(words[0], Base64.getDecoder().decode(words[1]));
    byte[] type = key.field(0);
    if (!Arrays.equals(type, words[0].getBytes(StandardCharsets.US_ASCII))) {
      throw new InvalidKeyException("This SSH public key is of two types");
    }
    return key;
  }

  String type() {
    return type;
  }

  byte[] wire() {
    return wire.clone();
  }

  boolean isRsa() {
    return type.equals(RSA);
  }

  RSAPublicKey rsa() throws GeneralSecurityException {
    RSAPublicKeySpec numbers =
        new RSAPublicKeySpec(new BigInteger(field(2)), new BigInteger(field(1)));
    RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(numbers);
    if (key.getModulus().bitLength() < SshRsaStanza.LEAST_BITS
        || !Arrays.equals(of(key).wire, wire)) {
      throw new InvalidKeyException("This RSA key is too short, or not written as it should be");
    }
    return key;
  }

  /** The point of an Ed25519 key, as RFC 8032 writes it. */
  byte[] ed25519() throws InvalidKeyException {
    byte[] point = field(1);
    if (point.length != SshEd25519Stanza.LENGTH) {
      throw new InvalidKeyException("This Ed25519 key is too short or too long");
    }
    return point;
  }

  private byte[] field(int index) throws InvalidKeyException {
    ByteBuffer rest = ByteBuffer.wrap(wire);
    try {
      for (int i = 0; ; i++) {
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
          throw new InvalidKeyException("This SSH public key is cut off");
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        if (i == index) {
          return bytes;
        }
      }
    } catch (BufferUnderflowException e) {
      throw new InvalidKeyException("This SSH public key is cut off", e);
    }
  }

  /** What a stanza names the key by. */
  String tag() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(wire);
    return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG));
  }
}
