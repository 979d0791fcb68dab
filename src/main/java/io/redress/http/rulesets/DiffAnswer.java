package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.check.compare.RuleSetChanges;

/**
 * How two rule sets differ.
 *
 * @param from version of the earlier one
 * @param to version of the later one
 */
record DiffAnswer(String from, String to, @JsonUnwrapped RuleSetChanges changes) {}
