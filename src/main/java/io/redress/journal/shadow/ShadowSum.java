package io.redress.journal.shadow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was added up, by one replica or by all.
 *
 * @param dropped number of disputes that found no room in a queue
 * @param newest the newest errors, the newest first
 */
record ShadowSum(Tally tally, long dropped, List<ShadowError> newest) {
  static final int MAX_ERRORS = 10;

  private static final ObjectMapper JSON = DecisionJson.mapper();

  ShadowSum {
    newest =
        newest.stream()
            .sorted(Comparator.comparing(ShadowError::at).reversed())
            .limit(MAX_ERRORS)
            .toList();
  }

  /** Nothing yet. */
  static ShadowSum none() {
    return new ShadowSum(new Tally(), 0, List.of());
  }

  ShadowSum plus(ShadowSum other) {
    Tally both = new Tally();
    both.add(tally);
    both.add(other.tally);
    return new ShadowSum(
        both,
        dropped + other.dropped,
        Stream.concat(newest.stream(), other.newest.stream()).toList());
  }

  String json() {
    return DecisionJson.write(this);
  }

  static ShadowSum read(String json) {
    try {
      return JSON.readValue(json, ShadowSum.class);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }
}
