package io.redress.rules.table;

import io.redress.domain.decision.RuleSource;
import java.util.List;

/**
 * One rule of a table.
 *
 * @param outcomes what the row answers; a cell that holds {@code -} answers nothing
 * @param remark what its author says of it; empty where nothing
 */
public record Row(RuleSource.TableRow source, List<Outcome> outcomes, String remark) {
  public Row {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What a row says of one term.
   *
   * @param value in the form that {@link Term} names; a list keeps the order of the cell
   */
  public record Outcome(Term term, Object value) {}
}
