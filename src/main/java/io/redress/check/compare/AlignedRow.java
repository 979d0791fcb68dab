package io.redress.check.compare;

import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A row of one of the two compared tables, extended to the columns of both.
 *
 * @param number as the spreadsheet shows it; 0 if there is no row
 * @param tests a test for each condition column of either table
 * @param outcomes a value for each outcome column of either table; empty where the row has none
 */
record AlignedRow(
    int number, List<UnaryTest> tests, List<Optional<Object>> outcomes, String remark) {
  private static final UnaryTest ANY = new UnaryTest.Any();
  private static final Optional<Object> NO_OUTCOME = Optional.empty();

  static AlignedRow of(
      DecisionTable table, int position, List<Term> conditions, List<Term> outcomes) {
    Row row = table.rows().get(position);
    List<UnaryTest> tests = table.tests().get(position);
    return new AlignedRow(
        row.source().row(),
        conditions.stream()
            .map(term -> table.conditions().indexOf(term))
            .map(column -> column < 0 ? ANY : tests.get(column))
            .toList(),
        outcomes.stream().map(term -> outcome(row, term)).toList(),
        row.remark());
  }

  /** Stands for a row that only the other table has. */
  static AlignedRow absent(int conditions, int outcomes) {
    return new AlignedRow(
        0, Collections.nCopies(conditions, ANY), Collections.nCopies(outcomes, NO_OUTCOME), "");
  }

  /** The text of a cell. */
  static String text(Object cell) {
    return cell instanceof UnaryTest test
        ? test.text()
        : ((Optional<?>) cell).map(Values::text).orElse("-");
  }

  private static Optional<Object> outcome(Row row, Term term) {
    return row.outcomes().stream()
        .filter(outcome -> outcome.term().equals(term))
        .map(Row.Outcome::value)
        .findFirst();
  }

  /** Tests and outcomes, left to right. */
  List<Object> cells() {
    List<Object> cells = new ArrayList<>(tests);
    cells.addAll(outcomes);
    return cells;
  }
}
