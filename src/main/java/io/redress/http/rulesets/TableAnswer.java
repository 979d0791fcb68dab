package io.redress.http.rulesets;

import io.redress.rules.source.Cell;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.SheetRow;
import io.redress.rules.table.TableSheet;
import java.util.List;

/**
 * A decision table as its sheet shows it.
 *
 * @param file name of the workbook in the rule set
 */
public record TableAnswer(
    String name,
    HitPolicy hitPolicy,
    String file,
    String sheet,
    List<Column> columns,
    List<TableRow> rows) {

  /**
   * A column with a name.
   *
   * @param column the column letter, such as {@code B}
   * @param name as in row 3: a fact's name, {@code -> } and an outcome's, or {@code #} for remarks
   * @param label as in row 2; empty if none
   */
  public record Column(String column, String name, String label) {
    private static Column of(SheetColumn column) {
      return new Column(column.letters(), column.title(), column.label());
    }
  }

  /**
   * One rule.
   *
   * @param row the row number of the spreadsheet
   */
  public record TableRow(int row, List<CellText> cells) {
    private static TableRow of(SheetRow row) {
      return new TableRow(row.number(), row.cells().stream().map(CellText::of).toList());
    }
  }

  /** A cell that is not empty, such as B7 and {@code >= 5}. */
  public record CellText(String cell, String text) {
    private static CellText of(Cell cell) {
      return new CellText(cell.address(), cell.shown());
    }
  }

  static TableAnswer of(TableSheet sheet) {
    DecisionTable table = sheet.table();
    return new TableAnswer(
        table.name(),
        table.hitPolicy(),
        table.file(),
        table.sheet(),
        sheet.columns().stream().map(Column::of).toList(),
        sheet.filledRows().stream().map(TableRow::of).toList());
  }
}
