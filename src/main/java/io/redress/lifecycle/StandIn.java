package io.redress.lifecycle;

import io.redress.audit.Actor;
import io.redress.decision.RuleSetId;
import io.redress.ruleset.Admission;
import io.redress.ruleset.RuleSet;
import io.redress.ruleset.RuleSetFiles;
import io.redress.source.RuleProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts a rule set in charge when the database can not say which one should be. */
@Singleton
public class StandIn {
  private final InCharge inCharge;
  private final LastGood lastGood;
  private final Clock clock;

  StandIn(InCharge inCharge, LastGood lastGood, Clock clock) {
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
          new Origin(null, "Saved in the folder", by)
              .candidate(RuleSetId.of(files.hash()), admission, clock);
      inCharge.putWithoutStore(
          new KeptRules(ruleSet.as(Status.ACTIVE), files), admission.ruleSet().orElseThrow());
    }
    return problems;
  }

  private boolean putCopy(List<RuleProblem> problems) {
    Optional<KeptRules> copy = lastGood.read();
    Optional<RuleSet> rules = copy.flatMap(one -> RuleSet.read(one.files(), problems));
    rules.ifPresent(read -> inCharge.putWithoutStore(copy.orElseThrow(), read));
    return rules.isPresent();
  }
}
