package io.redress.lifecycle;

import io.redress.check.gate.GateReview;
import io.redress.check.gate.Gates;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds candidates against the gates of a rule set that is or was active, so that a candidate
 * cannot switch off its own. Rolling back is allowed always.
 */
@Singleton
final class ActivationGates {
  private final RuleSetStore store;
  private final ImpactEvidence evidence;
  private final FourEyes fourEyes;
  private final Clock clock;

  ActivationGates(RuleSetStore store, ImpactEvidence evidence, FourEyes fourEyes, Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  /**
   * Empty when none apply.
   *
   * @param holder whose gates they are
   * @param stages the candidate, and those from which it goes on that never were active
   */
  Optional<GateCheck> check(
      StoredRuleSet holder, StoredRuleSet active, List<StoredRuleSet> stages, Activator by) {
    StoredRuleSet candidate = stages.get(0);
    if (!candidate.status().inWork()) {
      return Optional.empty();
    }
    List<RuleProblem> problems = new ArrayList<>();
    Optional<Gates> gates = Gates.read(file(holder), problems);
    if (gates.isEmpty()) {
      return Optional.of(
          new GateCheck(
              active.version(),
              null,
              List.of(Phrase.of("gates.unreadable", problems.get(0).toString()))));
    }
    GateReview review =
        gates
            .get()
            .review(
                evidence.of(candidate.version()),
                active.version(),
                !hash(candidate).equals(hash(holder)),
                clock.instant());
    List<Phrase> reasons =
        new ArrayList<>(review.reasons(by.admin() && fourEyes.isSecondPerson(stages, by.actor())));
    if (review.needsSecondAdmin() && !fourEyes.knowsPeople()) {
      reasons.add(Phrase.of("gates.open"));
    }
    return Optional.of(new GateCheck(active.version(), review, reasons));
  }

  /** Whether a rule set has gates. */
  boolean has(StoredRuleSet ruleSet) {
    return hash(ruleSet).isPresent();
  }

  /** The file of the gates by its name; empty if the rule set has none. */
  private Map<String, byte[]> file(StoredRuleSet ruleSet) {
    return hash(ruleSet)
        .flatMap(store::content)
        .map(content -> Map.of(RuleSetFiles.GATES, content))
        .orElse(Map.of());
  }

  private Optional<String> hash(StoredRuleSet ruleSet) {
    return store.files(ruleSet.version()).stream()
        .filter(file -> file.name().equals(RuleSetFiles.GATES))
        .map(StoredFile::sha256)
        .findFirst();
  }
}
