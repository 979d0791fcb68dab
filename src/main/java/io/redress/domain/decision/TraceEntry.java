package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule that fired, with what it contributed.
 *
 * @param effect the outcomes that it set, and that no later rule changed, by name; empty when it
 *     changed nothing
 */
public record TraceEntry(@JsonUnwrapped RuleSource source, Map<String, Object> effect) {
  public TraceEntry {
    effect = Collections.unmodifiableMap(new LinkedHashMap<>(effect));
  }
}
