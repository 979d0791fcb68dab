package io.redress.security.access;

import io.redress.platform.text.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client sends: {@code redress_}, the key's id, {@code _}, and 256 random bits.
 *
 * <p>Only its SHA-256 is kept. A slow hash protects passwords, which can be guessed; 256 random
 * bits can not, however fast the hash is.
 */
record KeyToken(String id, String text) {
  static final String PREFIX = "redress_";

  private static final Pattern FORM =
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
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? Optional.of(new KeyToken(matcher.group(1), text)) : Optional.empty();
  }

  String sha256() {
    return Sha256.of(text);
  }

  /** Without the secret, should it ever get into a log. */
  @Override
  public String toString() {
    return PREFIX + id + "_...";
  }
}
