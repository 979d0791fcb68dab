package io.redress.journal.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a client sends to have a request answered once, however often it arrives.
 *
 * @param id SHA-256 over the caller and the key, in hexadecimal: keys of two callers never meet
 * @param bodySha256 of the body that the key came with, in hexadecimal
 */
public record IdempotencyKey(String id, String bodySha256) {
  public static IdempotencyKey of(String caller, String key, byte[] body) {
    return new IdempotencyKey(
        sha256((caller.length() + ":" + caller + key).getBytes(StandardCharsets.UTF_8)),
        sha256(body));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
