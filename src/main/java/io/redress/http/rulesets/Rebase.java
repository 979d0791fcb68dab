package io.redress.http.rulesets;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.check.compare.RuleSetMerge;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * The result.
   *
   * @param ruleSet the next stage of the candidate; null if there are conflicts
   * @param active the rule set to which the changes were made
   * @param conflicts what both changed since the base: the candidate, and what was activated
   */
  public record Rebased(
      @Nullable StoredRuleSet ruleSet,
      StoredRuleSet active,
      List<RuleSetMerge.Conflict> conflicts) {
    public Rebased {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * What a person chose where both changed the same.
   *
   * @param active version of the rule set whose changes they saw
   * @param sides by the place of a conflict
   */
  public record Choices(String active, Map<String, RuleSetMerge.Side> sides) {
    /** Of a person who has not seen any conflict. */
    public static final Choices NONE = new Choices("", Map.of());

    public Choices {
      sides = Map.copyOf(sides);
    }
  }

  /**
   * Makes the changes of a candidate to the active rule set.
   *
   * @param choices they count only while the rule set is active for which they were made
   * @throws HttpProblem if it is no candidate, is up to date, or would be unreadable
   */
  public Rebased rebase(StoredRuleSet candidate, Choices choices, Actor by) {
    StoredRuleSet active =
        ruleSets
            .find(RuleSets.ACTIVE)
            .orElseThrow(() -> ProblemType.NOT_FOUND.with("No rule set is active."));
    List<RuleSetMerge.Conflict> conflicts = new ArrayList<>();
    try {
      StoredRuleSet next =
          proposals
              .ofRebase(
                  candidate,
                  active,
                  files -> {
                    RuleSetMerge merge = merge(candidate, files, active, choices);
                    conflicts.addAll(merge.conflicts());
                    if (!conflicts.isEmpty()) {
                      throw refused(conflicts);
                    }
                    return merge.files();
                  },
                  by)
              .ruleSet();
      return new Rebased(next, active, List.of());
    } catch (HttpProblem refused) {
      if (conflicts.isEmpty()) {
        throw refused;
      }
      return new Rebased(null, active, conflicts);
    }
  }

  /** The response that names each conflict. */
  static HttpProblem refused(List<RuleSetMerge.Conflict> conflicts) {
    return ProblemType.CONFLICTING_CHANGES.with(
        "Both changed "
            + String.join("; ", conflicts.stream().map(RuleSetMerge.Conflict::place).toList())
            + ".",
        "conflicts",
        conflicts);
  }

  private RuleSetMerge merge(
      StoredRuleSet candidate, RuleSetFiles ours, StoredRuleSet active, Choices choices) {
    StoredRuleSet base =
        ruleSets
            .base(candidate)
            .filter(one -> !one.version().equals(active.version()))
            .orElseThrow(
                () ->
                    ProblemType.NOT_A_CANDIDATE.with(
                        "It is no candidate, or is based on the active rule set already."));
    return RuleSetMerge.of(
        ruleSets.contents(base),
        ours,
        ruleSets.contents(active),
        choices.active().equals(active.version()) ? choices.sides() : Map.of());
  }
}
