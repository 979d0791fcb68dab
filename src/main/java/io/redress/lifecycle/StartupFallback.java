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

/** Puts a rule set in charge when the database can not say which one should be. */
@Singleton
public class StartupFallback {
  private final ActiveRuleSetCache inCharge;
  private final LastKnownGoodFile lastGood;
  private final Clock clock;

  StartupFallback(ActiveRuleSetCache inCharge, LastKnownGoodFile lastGood, Clock clock) {
    this.inCharge = inCharge;
    this.lastGood = lastGood;
    this.clock = clock;
  }

  /**
   * Lets the rule set decide here that was the last one to do so or, when there is no copy of it,
   * that of the folder, if it may decide.
   *
   * @param folder reads the folder, and takes a list for its faults
   * @return what is wrong when no rule set could be put in charge
   */
  public List<RuleProblem> step(Function<List<RuleProblem>, RuleSetFiles> folder, Actor by) {
    List<RuleProblem> problems = new ArrayList<>();
    if (putCopy(problems)) {
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
      inCharge.putWithoutStore(
          new RuleSetSnapshot(ruleSet.as(RuleSetStatus.ACTIVE), files),
          admission.ruleSet().orElseThrow());
    }
    return problems;
  }

  private boolean putCopy(List<RuleProblem> problems) {
    Optional<RuleSetSnapshot> copy = lastGood.read();
    Optional<RuleSet> rules = copy.flatMap(one -> RuleSet.read(one.files(), problems));
    rules.ifPresent(read -> inCharge.putWithoutStore(copy.orElseThrow(), read));
    return rules.isPresent();
  }
}
