package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.RuleProblem;
import java.util.List;

/** The result of proposing files as a rule set. */
public sealed interface Proposal {

  /**
   * The rule set is stored as a candidate.
   *
   * @param known whether the same rule set was stored before
   */
  record Kept(StoredRuleSet ruleSet, boolean known) implements Proposal {}

  /** The files cannot be read. */
  record Unreadable(List<RuleProblem> problems) implements Proposal {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
