package io.redress.lifecycle;

import io.redress.check.admission.Admission;
import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.LastKnownGoodFile;
import io.redress.lifecycle.store.RuleSetSnapshot;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Activates a rule set when the database cannot be read at start-up. */
@Singleton
public class StartupFallback {
  private final ActiveRuleSetCache activeRules;
  private final LastKnownGoodFile lastKnownGood;
  private final Clock clock;

  StartupFallback(ActiveRuleSetCache activeRules, LastKnownGoodFile lastKnownGood, Clock clock) {
    this.activeRules = activeRules;
    this.lastKnownGood = lastKnownGood;
    this.clock = clock;
  }

  /**
   * Activates the last known good rule set or, if there is no copy of it, the one in the folder, if
   * it is admitted.
   *
   * @param folder reads the folder; receives a list for its problems
   * @return the problems if no rule set could be activated
   */
  public List<RuleProblem> activate(Function<List<RuleProblem>, RuleSetFiles> folder, Actor by) {
    List<RuleProblem> problems = new ArrayList<>();
    if (activateCopy(problems)) {
      return List.of();
    }
    List<RuleProblem> found = new ArrayList<>();
    RuleSetFiles files = folder.apply(found);
    Admission admission = Admission.of(files, found);
    problems.addAll(admission.problems());
    if (admission.admitted()) {
      StoredRuleSet ruleSet =
          new Provenance(null, "Saved in the folder", by)
              .candidate(RuleSetId.of(files.hash()), admission, clock);
      activeRules.activateSnapshot(
          new RuleSetSnapshot(ruleSet.as(RuleSetStatus.ACTIVE), files),
          admission.ruleSet().orElseThrow());
    }
    return problems;
  }

  private boolean activateCopy(List<RuleProblem> problems) {
    Optional<RuleSetSnapshot> copy = lastKnownGood.read();
    Optional<RuleSet> rules = copy.flatMap(one -> RuleSet.read(one.files(), problems));
    rules.ifPresent(read -> activeRules.activateSnapshot(copy.orElseThrow(), read));
    return rules.isPresent();
  }
}
