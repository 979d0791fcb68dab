package io.redress.http.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.security.signing.SigningKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key that signs certificates, in the API. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SigningKeyAnswer(
    String keyId,
    Instant createdAt,
    String createdBy,
    @Nullable Instant retiredAt,
    @Nullable Instant revokedAt) {
  static SigningKeyAnswer of(SigningKey key) {
    return new SigningKeyAnswer(
        key.id(), key.createdAt(), key.createdBy(), key.retiredAt(), key.revokedAt());
  }
}
