package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/rulesets/{version}/archive}.
 *
 * @param reason why the candidate is set aside
 */
public record ArchiveRequest(@JsonProperty(required = true) @Nullable String reason) {}
