package io.redress.security.access;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as text, the secret part of keys and sessions. */
final class Secret {
  /** What one looks like: Base64 for URLs, without padding. */
  static final String PATTERN = "[A-Za-z0-9_-]{43}";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
