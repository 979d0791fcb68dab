package io.redress.check.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * Which disputes count: those whose facts and decision are as expected.
 *
 * @param facts null for any
 * @param decision null for any
 * @param ofTrace whether it names the trace of the decision
 */
public record Condition(
    @Nullable Expectation facts, @Nullable Expectation decision, boolean ofTrace) {
  /** All disputes. */
  public static final Condition ANY = new Condition(null, null, false);

  /**
   * @param dispute the facts, as a client sends them
   * @param answer the decision, as in an answer
   */
  public boolean holds(JsonNode dispute, JsonNode answer) {
    return (facts == null || facts.accepts(dispute))
        && (decision == null || decision.accepts(answer));
  }
}
