package io.redress.security.signing;

import io.redress.platform.signature.PublicSigningKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs certificates, without its secret.
 *
 * @param createdBy who asked for it
 * @param retiredAt since when it signs nothing any more; what it signed stays valid
 * @param revokedAt since when nothing that it signed is valid
 */
public record SigningKey(
    String id,
    PublicSigningKey publicKey,
    Instant createdAt,
    String createdBy,
    @Nullable Instant retiredAt,
    @Nullable Instant revokedAt) {

  /** Whether the public key is the one that the id names, which follows from it. */
  public boolean intact() {
    return publicKey.isOfId(id);
  }
}
