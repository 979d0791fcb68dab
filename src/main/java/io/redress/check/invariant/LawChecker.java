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

/** Looks for facts on which a law is broken. */
final class LawChecker {
  /** Of facts: a test case's, made up, made up for a law. */
  private static final int KINDS = 3;

  private final List<Law> laws;
  private final Candidates candidates;
  private final CountingDecider trials;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<Law> unbroken;
  private final Set<Law> tried = new HashSet<>();

  LawChecker(List<Law> laws, Candidates candidates, CountingDecider trials) {
    this.laws = laws;
    this.candidates = candidates;
    this.trials = trials;
    this.unbroken = new LinkedHashSet<>(laws);
  }

  InvariantReport on(Scenarios scenarios, Invariants.Effort effort) {
    long start = System.nanoTime();
    List<String> notes = new ArrayList<>();
    LawSchedule sweep = new LawSchedule(laws, scenarios.known());
    for (int round = 0; trials.decisions() < effort.decisions() && !unbroken.isEmpty(); round++) {
      if (System.nanoTime() - start > effort.patience().toNanos()) {
        notes.add(
            "The laws were tried on "
                + trials.decisions()
                + " decisions, not on "
                + effort.decisions()
                + ": time ran out.");
        break;
      }
      LawSchedule.Pair led = led(sweep, scenarios, round);
      try {
        judge(led.facts(), led.law());
      } catch (CountingDecider.Undecided broken) {
        violations.add(broken.violation(fewest(broken.facts(), trials::fails)));
        break;
      }
    }
    laws.stream().filter(law -> !tried.contains(law)).map(LawChecker::untried).forEach(notes::add);
    return new InvariantReport(laws.size(), trials.decisions(), violations, notes);
  }

  /**
   * By turns the facts of a test case, facts made up, and facts made up so that a law has its way,
   * or those on rare facts were seldom tried.
   */
  private LawSchedule.Pair led(LawSchedule sweep, Scenarios scenarios, int round) {
    while (round % KINDS == 0 && sweep.hasNext()) {
      LawSchedule.Pair pair = sweep.next();
      if (sweep.isNew(pair)) {
        return pair;
      }
    }
    Law law = laws.get(round / KINDS % laws.size());
    FactTree facts = scenarios.next();
    return new LawSchedule.Pair(law, round % KINDS == 1 ? facts : law.when().applied(facts));
  }

  private static String untried(Law law) {
    return law.place()
        + ": "
        + law.id()
        + " was never put to the test. Add a test case to which it applies.";
  }

  /** All laws of one decision look at the same one; of those of two, which cost more, one does. */
  private void judge(FactTree facts, Law led) {
    Outcome outcome = trials.decide(facts).orElse(null);
    if (outcome == null) {
      return;
    }
    for (Law law : List.copyOf(unbroken)) {
      if (law.demand() instanceof Assertion.OfOne demand && law.covers(outcome)) {
        tried.add(law);
        demand.breach(outcome).ifPresent(found -> broken(law, facts));
      }
    }
    if (led.demand() instanceof Assertion.OfTwo && unbroken.contains(led) && led.covers(outcome)) {
      breach(led, facts).ifPresent(found -> broken(led, facts));
    }
  }

  private void broken(Law law, FactTree facts) {
    FactTree fewest = fewest(facts, fewer -> breach(law, fewer).isPresent());
    Breach breach = breach(law, fewest).orElseThrow();
    violations.add(
        new Violation(law.place(), law.id(), law.sentence(), breach.what(), breach.facts()));
    unbroken.remove(law);
  }

  /** People look at what is broken, so all facts go that it does not take. */
  private static FactTree fewest(FactTree facts, Predicate<FactTree> broken) {
    FactTree fewest = facts;
    for (String name : facts.names()) {
      FactTree fewer = fewest.without(name);
      if (!name.equals(FactTree.AS_OF) && broken.test(fewer)) {
        fewest = fewer;
      }
    }
    return fewest;
  }

  /** What is wrong with the decision on facts, or with those on facts before and after a change. */
  private record Breach(String what, List<FactTree> facts) {}

  private Optional<Breach> breach(Law law, FactTree facts) {
    if (law.demand() instanceof Assertion.OfTwo demand) {
      return breach(law, demand, facts);
    }
    Assertion.OfOne demand = (Assertion.OfOne) law.demand();
    return trials
        .decide(facts)
        .filter(law::covers)
        .flatMap(demand::breach)
        .map(what -> new Breach(what, List.of(facts)));
  }

  private Optional<Breach> breach(Law law, Assertion.OfTwo demand, FactTree facts) {
    String fact = demand.change().fact().name();
    @Nullable Outcome before = null;
    for (JsonNode value : demand.change().ladder(facts, candidates)) {
      FactTree changed = value.isNull() ? facts.without(fact) : facts.with(fact, value);
      Outcome after =
          trials.decide(changed).filter(law::covers).filter(demand::comparable).orElse(null);
      if (before != null && after != null) {
        tried.add(law);
        Optional<String> breach = demand.breach(before, after);
        if (breach.isPresent()) {
          return Optional.of(
              new Breach(
                  step(fact, before, after) + ": " + breach.get(),
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
    return value.isMissingNode() ? "absent" : value.asText();
  }
}
