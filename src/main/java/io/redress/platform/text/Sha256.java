package io.redress.platform.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 hashes in lower-case hexadecimal: of one text or file, or of parts added in order. */
public final class Sha256 {
  /** What a hash looks like. */
  public static final String PATTERN = "[0-9a-f]{64}";

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  public static String of(byte[] bytes) {
    return new Sha256().add(bytes).hex();
  }

  /** Of the text as UTF-8. */
  public static String of(String text) {
    return new Sha256().add(text).hex();
  }

  /** Compares two hashes in a time that does not depend on where they differ. */
  public static boolean isEqual(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds a text as UTF-8. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of everything added. It can be read once. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
