package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as it was answered, with its id and time.
 *
 * @param decisionId version 7; the ids of one replica grow with time
 * @param decidedAt UTC, to the millisecond
 */
@JsonPropertyOrder({"decisionId", "decidedAt"})
public record Answer(UUID decisionId, Instant decidedAt, @JsonUnwrapped Decision decision) {

  /** Returns a copy whose trace has all rules that fired. */
  public Answer withFullTrace() {
    return new Answer(decisionId, decidedAt, decision.withFullTrace());
  }
}
