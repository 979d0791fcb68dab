package io.redress.security.access;

/**
 * A key that was just made.
 *
 * @param token what its owner sends; it is shown this once, and nobody can read it anywhere later
 */
public record NewKey(ApiKey key, String token) {
  @Override
  public String toString() {
    return key.toString();
  }
}
