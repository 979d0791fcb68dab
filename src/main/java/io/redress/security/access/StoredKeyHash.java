package io.redress.security.access;

import io.redress.platform.text.Sha256;

/**
 * What a token has to fit.
 *
 * @param sha256 of the one token that does
 */
record StoredKeyHash(ApiKey key, String sha256) {
  /** Takes as long for a token that is wrong at its end as for one that is wrong at its start. */
  boolean fits(KeyToken token) {
    return Sha256.isEqual(sha256, token.sha256());
  }
}
