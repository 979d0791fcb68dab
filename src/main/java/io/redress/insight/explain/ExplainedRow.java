package io.redress.insight.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row, and why it answered or not.
 *
 * @param row as the spreadsheet shows it
 * @param matched whether it matches by itself, whatever the rows above do
 * @param answered whether it answered
 * @param failed its conditions that are not met; empty if it matches
 * @param shadowedBy the row above that came first, if it matches but did not answer
 * @param sentence the same as text
 */
public record ExplainedRow(
    int row,
    boolean matched,
    boolean answered,
    List<CellTest> failed,
    @Nullable Integer shadowedBy,
    String sentence) {
  public ExplainedRow {
    failed = List.copyOf(failed);
  }
}
