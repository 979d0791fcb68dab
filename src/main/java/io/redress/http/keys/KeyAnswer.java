package io.redress.http.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.security.access.ApiKey;
import io.redress.security.access.NewKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key in the API.
 *
 * @param lastUsedAt to the hour
 * @param account the name under which the owner signs in with an account
 * @param token the secret; only in the response that creates the key
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyAnswer(
    String id,
    String name,
    List<String> roles,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String account,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

  static KeyAnswer of(ApiKey key) {
    return of(key, null);
  }

  static KeyAnswer of(NewKey made) {
    return of(made.key(), made.token());
  }

  private static KeyAnswer of(ApiKey key, @Nullable String token) {
    return new KeyAnswer(
        key.id(),
        key.name(),
        key.roles().stream().sorted().toList(),
        key.createdAt(),
        key.createdBy(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt(),
        key.account(),
        token);
  }

  /** Without the token, so that no log contains it. */
  @Override
  public String toString() {
    return id;
  }
}
