package io.redress.security.access;

import io.redress.platform.text.Sha256;

/**
 * A key with the hash of its token.
 *
 * @param sha256 of the token
 */
record StoredKeyHash(ApiKey key, String sha256) {
  /** Compares in constant time. */
  boolean matches(KeyToken token) {
    return Sha256.isEqual(sha256, token.sha256());
  }
}
