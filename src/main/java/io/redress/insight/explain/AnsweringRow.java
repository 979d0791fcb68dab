package io.redress.insight.explain;

import java.util.List;

/**
 * A row that answered.
 *
 * @param row as the spreadsheet shows it
 * @param sentence the same as text
 * @param cells its conditions, all of them met
 */
public record AnsweringRow(int row, String sentence, List<CellTest> cells) {
  public AnsweringRow {
    cells = List.copyOf(cells);
  }
}
