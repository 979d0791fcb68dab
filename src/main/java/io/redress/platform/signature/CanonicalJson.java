package io.redress.platform.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.platform.text.Sha256;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that RFC 8785 (JCS) defines, so that equal data have equal bytes. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * Returns the canonical form of an object or array, as UTF-8.
   *
   * @throws IllegalArgumentException if it has none, because a number exceeds the range of a double
   */
  public static byte[] of(JsonNode json) {
    try {
      return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
    } catch (IOException none) {
      throw new IllegalArgumentException("This JSON has no canonical form.", none);
    }
  }

  /** Returns the SHA-256 of the canonical form. */
  public static String sha256(JsonNode json) {
    return Sha256.of(of(json));
  }
}
