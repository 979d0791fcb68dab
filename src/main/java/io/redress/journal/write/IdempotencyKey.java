package io.redress.journal.write;

import io.redress.platform.text.Sha256;
import java.time.Duration;

/**
 * The idempotency key of a request: repeated requests with the same key get the same answer.
 *
 * @param id SHA-256 over the caller and the key, in hexadecimal, so that keys of two callers never
 *     collide
 * @param bodySha256 SHA-256 of the request's body, in hexadecimal
 * @param period how long repeated requests get the same answer
 */
public record IdempotencyKey(String id, String bodySha256, Duration period) {
  private static final Duration OF_REQUESTS = Duration.ofHours(24);

  public static IdempotencyKey of(String caller, String key, byte[] body) {
    return of(caller, key, body, OF_REQUESTS);
  }

  public static IdempotencyKey of(String caller, String key, byte[] body, Duration period) {
    return new IdempotencyKey(
        Sha256.of(caller.length() + ":" + caller + key), Sha256.of(body), period);
  }
}
