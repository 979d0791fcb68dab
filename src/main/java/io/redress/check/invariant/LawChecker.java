package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.check.invariant.InvariantReport.Violation;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.check.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Searches for counterexamples to laws. */
final class LawChecker {
  /** Facts come in turn from a test case, generated, and generated for a law. */
  private static final int SOURCES = 3;

  private final List<Law> laws;
  private final Candidates candidates;
  private final CountingDecider decider;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<Law> remaining;
  private final Set<Law> applied = new HashSet<>();

  LawChecker(List<Law> laws, Candidates candidates, CountingDecider decider) {
    this.laws = laws;
    this.candidates = candidates;
    this.decider = decider;
    this.remaining = new LinkedHashSet<>(laws);
  }

  InvariantReport on(Scenarios scenarios, Invariants.Effort effort) {
    long start = System.nanoTime();
    List<String> notes = new ArrayList<>();
    LawSchedule schedule = new LawSchedule(laws, scenarios.known());
    for (int round = 0; decider.decisions() < effort.decisions() && !remaining.isEmpty(); round++) {
      if (System.nanoTime() - start > effort.patience().toNanos()) {
        notes.add(
            "The laws were checked on "
                + decider.decisions()
                + " decisions instead of "
                + effort.decisions()
                + ": time ran out.");
        break;
      }
      LawSchedule.Pair target = next(schedule, scenarios, round);
      try {
        check(target.facts(), target.law());
      } catch (CountingDecider.Undecided failed) {
        violations.add(failed.violation(shrink(failed.facts(), decider::fails)));
        break;
      }
    }
    laws.stream()
        .filter(law -> !applied.contains(law))
        .map(LawChecker::neverApplied)
        .forEach(notes::add);
    return new InvariantReport(laws.size(), decider.decisions(), violations, notes);
  }

  /**
   * In turn the facts of a test case, generated facts, and generated facts that meet a law's
   * conditions; without the latter, laws about rare facts would seldom apply.
   */
  private LawSchedule.Pair next(LawSchedule schedule, Scenarios scenarios, int round) {
    while (round % SOURCES == 0 && schedule.hasNext()) {
      LawSchedule.Pair pair = schedule.next();
      if (schedule.isNew(pair)) {
        return pair;
      }
    }
    Law law = laws.get(round / SOURCES % laws.size());
    FactTree facts = scenarios.next();
    return new LawSchedule.Pair(law, round % SOURCES == 1 ? facts : law.when().applied(facts));
  }

  private static String neverApplied(Law law) {
    return law.place()
        + ": "
        + law.id()
        + " was never checked: it applied to none of the facts. Add a test case to which it"
        + " applies.";
  }

  /**
   * Checks all laws about one decision on the same decision, and the target if it is about two
   * decisions, which cost more.
   */
  private void check(FactTree facts, Law target) {
    Outcome outcome = decider.decide(facts).orElse(null);
    if (outcome == null) {
      return;
    }
    for (Law law : List.copyOf(remaining)) {
      if (law.assertion() instanceof Assertion.OfOne assertion && law.covers(outcome)) {
        applied.add(law);
        assertion.violation(outcome).ifPresent(found -> report(law, facts));
      }
    }
    if (target.assertion() instanceof Assertion.OfTwo
        && remaining.contains(target)
        && target.covers(outcome)) {
      counterexample(target, facts).ifPresent(found -> report(target, facts));
    }
  }

  private void report(Law law, FactTree facts) {
    FactTree smallest = shrink(facts, fewer -> counterexample(law, fewer).isPresent());
    Counterexample counterexample = counterexample(law, smallest).orElseThrow();
    violations.add(
        new Violation(
            law.place(), law.id(), law.sentence(), counterexample.what(), counterexample.facts()));
    remaining.remove(law);
  }

  /** Removes all facts that the violation does not need. */
  private static FactTree shrink(FactTree facts, Predicate<FactTree> violates) {
    FactTree smallest = facts;
    for (String name : facts.names()) {
      FactTree fewer = smallest.without(name);
      if (!name.equals(FactTree.AS_OF) && violates.test(fewer)) {
        smallest = fewer;
      }
    }
    return smallest;
  }

  /** Facts on which a law is violated: one, or those before and after the change. */
  private record Counterexample(String what, List<FactTree> facts) {}

  private Optional<Counterexample> counterexample(Law law, FactTree facts) {
    if (law.assertion() instanceof Assertion.OfTwo assertion) {
      return counterexample(law, assertion, facts);
    }
    Assertion.OfOne assertion = (Assertion.OfOne) law.assertion();
    return decider
        .decide(facts)
        .filter(law::covers)
        .flatMap(assertion::violation)
        .map(what -> new Counterexample(what, List.of(facts)));
  }

  private Optional<Counterexample> counterexample(
      Law law, Assertion.OfTwo assertion, FactTree facts) {
    String fact = assertion.change().fact().name();
    @Nullable Outcome before = null;
    for (JsonNode value : assertion.change().ladder(facts, candidates)) {
      FactTree changed = value.isNull() ? facts.without(fact) : facts.with(fact, value);
      Outcome after =
          decider.decide(changed).filter(law::covers).filter(assertion::comparable).orElse(null);
      if (before != null && after != null) {
        applied.add(law);
        Optional<String> violation = assertion.violation(before, after);
        if (violation.isPresent()) {
          return Optional.of(
              new Counterexample(
                  step(fact, before, after) + ": " + violation.get(),
                  List.of(before.facts(), after.facts())));
        }
      }
      before = after == null ? before : after;
    }
    return Optional.empty();
  }

  private static String step(String fact, Outcome before, Outcome after) {
    return fact + " " + shown(before.facts(), fact) + ", then " + shown(after.facts(), fact);
  }

  private static String shown(FactTree facts, String fact) {
    JsonNode value = facts.value(fact);
    if (value.isBigDecimal()) {
      return value.decimalValue().toPlainString();
    }
    return value.isMissingNode() ? "absent" : value.asText();
  }
}
