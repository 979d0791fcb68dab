package io.redress.rules.table;

import io.redress.domain.decision.RuleSource;
import java.util.List;

/**
 * One rule of a table.
 *
 * @param outcomes the outcomes of the row; cells with {@code -} have none
 * @param remark of the author; may be empty
 */
public record Row(RuleSource.TableRow source, List<Outcome> outcomes, String remark) {
  public Row {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * The outcome of a row for one term.
   *
   * @param value in the type that {@link Term} describes; lists keep the order of the cell
   */
  public record Outcome(Term term, Object value) {}
}
