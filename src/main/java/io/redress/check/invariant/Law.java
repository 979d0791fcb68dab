package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.check.scenario.FactTree;
import io.redress.rules.source.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every decision has to obey.
 *
 * @param sentence the law in words
 * @param source who says so, e.g. {@code law: EU 2011/83 art. 18}
 * @param when where the law speaks
 * @param unless where it is silent all the same
 */
record Law(
    String id,
    String sentence,
    @Nullable String source,
    Place place,
    Case when,
    @Nullable Case unless,
    Assertion demand) {

  /**
   * A part of the facts together with a part of the decision on them.
   *
   * @param facts null where any will do
   * @param decision null where any will do
   * @param named the facts of which it names one value
   */
  record Case(
      @Nullable Expectation facts, @Nullable Expectation decision, Map<String, JsonNode> named) {
    static final Case ANY = new Case(null, null, Map.of());

    Case {
      named = Map.copyOf(named);
    }

    /** These facts, made to fit as far as single values tell how. */
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
    return when.fits(outcome) && (unless == null || !unless.fits(outcome));
  }
}
