package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.RuleProblem;
import java.util.List;

/** What became of files that were proposed as a rule set. */
public sealed interface Proposal {

  /**
   * They are kept as a candidate.
   *
   * @param known whether they were before, sent by whomever
   */
  record Kept(StoredRuleSet ruleSet, boolean known) implements Proposal {}

  /** They can not be read. */
  record Unreadable(List<RuleProblem> problems) implements Proposal {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
