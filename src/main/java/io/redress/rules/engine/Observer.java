package io.redress.rules.engine;

import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import java.util.List;

/** Sees how a decision comes about. The facts change later, so it reads them at once. */
public interface Observer {

  /**
   * A rule asks a table.
   *
   * @param facts those that the table is asked with
   */
  void asked(DecisionTable table, Facts facts);

  /** Whether the states of all rules are wanted at the end, which takes longer than deciding. */
  default boolean watchesRules() {
    return true;
  }

  /**
   * The decision is there, if {@link #watchesRules}.
   *
   * @param facts those at the end
   * @param rules all rules in DRL and native tables, by file and place
   */
  void ended(Facts facts, List<RuleState> rules);
}
