package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import io.redress.rules.table.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries each fact alone: whether another value of it, or none, changes what is decided. */
final class Dependences {
  /** Whose case it is, and the day, which moves all promised dates. */
  private static final Set<String> ASIDE = Set.of("disputeId", FactTree.AS_OF);

  private final FactTree facts;
  private final Geometry geometry;
  private final Trials trials;
  private final List<@Nullable Object> before;
  private final List<Dependence> found = new ArrayList<>();
  private final List<String> stable = new ArrayList<>();
  private boolean complete = true;

  Dependences(FactTree facts, Decision decision, Geometry geometry, Trials trials) {
    this.facts = facts;
    this.geometry = geometry;
    this.trials = trials;
    this.before = decision.essence();
  }

  /** Tries the known facts first, then those that are not known. */
  void tryAll(List<Term> terms) {
    terms.stream()
        .filter(Candidates::isFact)
        .filter(fact -> !ASIDE.contains(fact.name()))
        .sorted(Comparator.comparing(fact -> facts.value(fact.name()).isMissingNode()))
        .forEach(this::tryOne);
  }

  private void tryOne(Term fact) {
    JsonNode known = facts.value(fact.name());
    List<@Nullable JsonNode> values = new ArrayList<>(geometry.values(facts, fact));
    if (!known.isMissingNode()) {
      values.add(null);
    }
    for (@Nullable JsonNode value : values) {
      if (trials.exhausted(0)) {
        complete = false;
        return;
      }
      Optional<Decision> after =
          trials.decide(
              value == null ? facts.without(fact.name()) : facts.with(fact.name(), value));
      if (after.isPresent() && !after.get().essence().equals(before)) {
        found.add(
            new Dependence(
                FactChange.pointer(fact.name()),
                known.isMissingNode() ? null : known,
                value,
                after.get().resolution()));
        return;
      }
    }
    stable.add(FactChange.pointer(fact.name()));
  }

  List<Dependence> found() {
    return found;
  }

  List<String> stable() {
    return stable;
  }

  boolean complete() {
    return complete;
  }
}
