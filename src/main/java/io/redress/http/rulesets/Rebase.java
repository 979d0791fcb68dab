package io.redress.http.rulesets;

import io.redress.check.compare.RuleSetMerge;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.util.List;

/** Brings a candidate up to date when another rule set than its base is active. */
@Singleton
public class Rebase {
  private final RuleSets ruleSets;
  private final Proposals proposals;

  Rebase(RuleSets ruleSets, Proposals proposals) {
    this.ruleSets = ruleSets;
    this.proposals = proposals;
  }

  /**
   * What both changed since the base: what the candidate changed, and what was activated.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is no candidate, or up to date
   */
  public List<RuleSetMerge.Conflict> conflicts(StoredRuleSet candidate) {
    return merge(candidate, ruleSets.contents(candidate)).conflicts();
  }

  /**
   * The next stage of the candidate: its changes, made to the active rule set.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there are conflicts
   */
  public StoredRuleSet rebase(StoredRuleSet candidate, Actor by) {
    return proposals
        .ofRebase(
            candidate,
            active(),
            files -> {
              RuleSetMerge merge = merge(candidate, files);
              if (!merge.conflicts().isEmpty()) {
                throw ProblemType.CONFLICTING_CHANGES.with(
                    "Both changed "
                        + String.join(
                            "; ",
                            merge.conflicts().stream().map(RuleSetMerge.Conflict::place).toList())
                        + ".",
                    "conflicts",
                    merge.conflicts());
              }
              return merge.files();
            },
            by)
        .ruleSet();
  }

  private RuleSetMerge merge(StoredRuleSet candidate, RuleSetFiles ours) {
    StoredRuleSet active = active();
    StoredRuleSet base =
        ruleSets
            .base(candidate)
            .filter(one -> !one.version().equals(active.version()))
            .orElseThrow(
                () ->
                    ProblemType.NOT_A_CANDIDATE.with(
                        "It is no candidate, or is based on the active rule set already."));
    return RuleSetMerge.of(ruleSets.contents(base), ours, ruleSets.contents(active));
  }

  private StoredRuleSet active() {
    return ruleSets
        .find(RuleSets.ACTIVE)
        .orElseThrow(() -> ProblemType.NOT_FOUND.with("No rule set is active."));
  }
}
