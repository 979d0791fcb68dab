package io.redress.journal.shadow;

import io.redress.insight.impact.Comparison;
import io.redress.insight.impact.Evaluator;
import io.redress.journal.impact.ComparedRules;
import io.redress.lifecycle.RuleSets;
import io.redress.platform.cache.SingleFlightCache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The comparison at work, and the one that was looked at last: making one takes a moment. */
@Singleton
class ShadowComparisons {
  private static final int MAX_KEPT = 2;

  private final Function<String, Optional<Comparison.Side>> sides;
  private final SingleFlightCache<Pair, Optional<Evaluator>> cache =
      new SingleFlightCache<>(MAX_KEPT);

  private record Pair(String base, String candidate) {}

  @Inject
  ShadowComparisons(RuleSets ruleSets) {
    this(version -> ComparedRules.side(ruleSets, version));
  }

  ShadowComparisons(Function<String, Optional<Comparison.Side>> sides) {
    this.sides = sides;
  }

  /** Compares a candidate with a rule set; empty if one of them cannot be read. */
  Optional<Evaluator> of(String base, String candidate) {
    Pair pair = new Pair(base, candidate);
    Optional<Evaluator> found = cache.get(pair, this::make);
    if (found.isEmpty()) {
      cache.invalidate(pair);
    }
    return found;
  }

  private Optional<Evaluator> make(Pair pair) {
    return sides
        .apply(pair.base())
        .flatMap(
            base ->
                sides
                    .apply(pair.candidate())
                    .map(
                        candidate ->
                            new Evaluator(
                                Comparison.of(base, candidate), BigDecimal.ONE, List.of())));
  }
}
