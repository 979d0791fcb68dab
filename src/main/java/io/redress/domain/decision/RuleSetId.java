package io.redress.domain.decision;

import io.redress.platform.text.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a rule set by the hash of its files.
 *
 * @param version the first twelve characters of the hash, for people
 * @param hash SHA-256 over the content of all its files, in hexadecimal
 */
public record RuleSetId(String version, String hash) {
  private static final int VERSION_LENGTH = 12;
  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{" + VERSION_LENGTH + "}");
  private static final Pattern HASH = Pattern.compile(Sha256.PATTERN);

  public static RuleSetId of(String hash) {
    return new RuleSetId(hash.substring(0, VERSION_LENGTH), hash);
  }

  /** Whether a rule set could have that version. */
  public static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** The version that a version or a whole hash names; empty for any other text. */
  public static Optional<String> versionIn(String text) {
    return isVersion(text) || HASH.matcher(text).matches()
        ? Optional.of(text.substring(0, VERSION_LENGTH))
        : Optional.empty();
  }
}
