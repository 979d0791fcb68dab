package io.redress.journal.write;

import io.redress.platform.text.Sha256;

/**
 * What a client sends to have a request answered once, however often it arrives.
 *
 * @param id SHA-256 over the caller and the key, in hexadecimal: keys of two callers never meet
 * @param bodySha256 of the body that the key came with, in hexadecimal
 */
public record IdempotencyKey(String id, String bodySha256) {
  public static IdempotencyKey of(String caller, String key, byte[] body) {
    return new IdempotencyKey(Sha256.of(caller.length() + ":" + caller + key), Sha256.of(body));
  }
}
