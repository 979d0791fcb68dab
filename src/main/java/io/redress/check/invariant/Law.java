package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.check.scenario.FactTree;
import io.redress.rules.source.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invariant that every decision must satisfy.
 *
 * @param sentence the law in words
 * @param source where the law comes from, such as {@code law: EU 2011/83 art. 18}
 * @param when the decisions to which the law applies
 * @param unless exceptions from {@code when}, of which one is enough
 */
record Law(
    String id,
    String sentence,
    @Nullable String source,
    Place place,
    Case when,
    List<Case> unless,
    Assertion assertion) {
  Law {
    unless = List.copyOf(unless);
  }

  /**
   * A condition on the facts and on the decision.
   *
   * @param facts null if any facts match
   * @param decision null if any decision matches
   * @param named facts for which it requires one value
   */
  record Case(
      @Nullable Expectation facts, @Nullable Expectation decision, Map<String, JsonNode> named) {
    static final Case ANY = new Case(null, null, Map.of());

    Case {
      named = Map.copyOf(named);
    }

    /** Sets the facts for which this condition requires one value. */
    FactTree applied(FactTree facts) {
      FactTree fitting = facts;
      for (Map.Entry<String, JsonNode> fact : named.entrySet()) {
        fitting = fitting.with(fact.getKey(), fact.getValue());
      }
      return fitting;
    }

    boolean fits(Outcome outcome) {
      return accepts(facts, outcome.facts().json()) && accepts(decision, outcome.json());
    }

    private static boolean accepts(@Nullable Expectation expected, JsonNode actual) {
      return expected == null || expected.accepts(actual);
    }
  }

  boolean covers(Outcome outcome) {
    return when.fits(outcome) && unless.stream().noneMatch(exception -> exception.fits(outcome));
  }
}
