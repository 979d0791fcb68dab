package io.redress.console.insight;

import io.redress.insight.explain.AnsweringRow;
import io.redress.insight.explain.ExplainedRow;
import io.redress.insight.explain.ExplainedTable;
import io.redress.insight.explain.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why the rows of a table answered or not.
 *
 * @param table as it was asked last
 * @param title of the table
 * @param row the row that is asked about; null for all
 */
record WhyView(
    String decisionId,
    ExplainedTable table,
    String title,
    @Nullable ExplainedRow row,
    Wording wording) {

  /** The rows that answered. */
  public List<AnsweringRow> won() {
    return Stream.concat(Stream.ofNullable(table.won()), table.alsoWon().stream()).toList();
  }

  /** All other rows. */
  public List<ExplainedRow> others() {
    return table.rows().stream().filter(one -> !one.answered()).toList();
  }

  /** The number of the row that is asked about, as text; empty without one. */
  public String number() {
    return row == null ? "" : String.valueOf(row.row());
  }

  /** The page about all rows of the table. */
  public String allHref() {
    return "/decisions/" + decisionId + "/why?table=" + table.table();
  }
}
