package io.redress.security.access;

import io.redress.platform.text.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret that a client sends: {@code redress_}, the key's id, {@code _}, and 256 random bits.
 *
 * <p>Only its SHA-256 is stored. Slow hashes protect passwords, which can be guessed; 256 random
 * bits cannot be guessed, however fast the hash.
 */
record KeyToken(String id, String text) {
  static final String PREFIX = "redress_";

  private static final Pattern FORMAT =
      Pattern.compile(PREFIX + "(" + ApiKey.ID_PATTERN + ")_" + Secret.PATTERN);
  private static final int ID_BYTES = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeyToken random() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    return new KeyToken(id, PREFIX + id + "_" + Secret.random());
  }

  static Optional<KeyToken> read(String text) {
    Matcher matcher = FORMAT.matcher(text);
    return matcher.matches() ? Optional.of(new KeyToken(matcher.group(1), text)) : Optional.empty();
  }

  String sha256() {
    return Sha256.of(text);
  }

  /** Hides the secret, in case the token is logged. */
  @Override
  public String toString() {
    return PREFIX + id + "_...";
  }
}
