package io.redress.cli.insight;

import io.redress.insight.explain.AnsweringRow;
import io.redress.insight.explain.ExplainedRow;
import io.redress.insight.explain.ExplainedRule;
import io.redress.insight.explain.ExplainedTable;
import io.redress.insight.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An explanation as lines for the terminal. */
final class ExplanationText {
  private static final String INDENT = "  ";

  private ExplanationText() {}

  /**
   * @param whole whether all rows are listed, not only those that answered
   */
  static List<String> lines(Explanation explanation, boolean whole) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.resolution() + " (" + explanation.reasonCode() + ")");
    for (ExplainedTable table : explanation.tables()) {
      lines.add("");
      lines.add(table.sentence());
      Stream.concat(Stream.ofNullable(table.won()), table.alsoWon().stream())
          .map(AnsweringRow::sentence)
          .forEach(sentence -> lines.add(INDENT + sentence));
      if (whole) {
        table.rows().stream()
            .filter(row -> !row.answered())
            .map(ExplainedRow::sentence)
            .forEach(sentence -> lines.add(INDENT + sentence));
      }
    }
    if (!explanation.rules().isEmpty()) {
      lines.add("");
      explanation.rules().stream().map(ExplainedRule::sentence).forEach(lines::add);
    }
    return lines;
  }
}
