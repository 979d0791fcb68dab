package io.redress.security.access;

/**
 * A key that was just created.
 *
 * @param token the secret for its owner; shown once and not stored
 */
public record NewKey(ApiKey key, String token) {
  @Override
  public String toString() {
    return key.toString();
  }
}
