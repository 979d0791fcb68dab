package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.check.compare.RuleSetChanges;

/**
 * The differences between two rule sets in the API.
 *
 * @param from version before
 * @param to version after
 */
public record DiffAnswer(String from, String to, @JsonUnwrapped RuleSetChanges changes) {}
