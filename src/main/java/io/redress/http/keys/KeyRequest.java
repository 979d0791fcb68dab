package io.redress.http.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.http.problem.ProblemType;
import io.redress.security.access.KeySpec;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/keys}.
 *
 * @param expiresAt null for a key that never expires
 * @param account the name under which the owner signs in with an account; null for none
 */
public record KeyRequest(
    @JsonProperty(required = true) @Nullable String name,
    @JsonProperty(required = true) @Nullable List<@Nullable String> roles,
    @Nullable Instant expiresAt,
    @Nullable String account) {

  /**
   * Parses the body.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is malformed
   */
  static KeySpec read(String body, ObjectMapper mapper) {
    try {
      KeyRequest request =
          mapper
              .readerFor(KeyRequest.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .readValue(body);
      if (request != null
          && request.name() != null
          && request.roles() != null
          && request.roles().stream().noneMatch(Objects::isNull)) {
        return new KeySpec(
            request.name(), new HashSet<>(request.roles()), request.expiresAt(), request.account());
      }
    } catch (JsonProcessingException malformed) {
      // reported below
    }
    throw ProblemType.MALFORMED_REQUEST.with(
        "The body is not a key. Send one such as {\"name\": \"shop\", \"roles\": [\"decide\"],"
            + " \"expiresAt\": \"2030-01-31T00:00:00Z\", \"account\": \"oidc:8f3c-21\"}; expiresAt and"
            + " account are optional.");
  }
}
