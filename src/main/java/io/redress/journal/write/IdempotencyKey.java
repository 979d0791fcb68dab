package io.redress.journal.write;

import io.redress.platform.text.Sha256;

/**
 * The idempotency key of a request: repeated requests with the same key get the same answer.
 *
 * @param id SHA-256 over the caller and the key, in hexadecimal, so that keys of two callers never
 *     collide
 * @param bodySha256 SHA-256 of the request's body, in hexadecimal
 */
public record IdempotencyKey(String id, String bodySha256) {
  public static IdempotencyKey of(String caller, String key, byte[] body) {
    return new IdempotencyKey(Sha256.of(caller.length() + ":" + caller + key), Sha256.of(body));
  }
}
