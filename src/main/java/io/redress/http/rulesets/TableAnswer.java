package io.redress.http.rulesets;

import io.redress.rules.source.Cell;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import java.util.ArrayList;
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
  public record Column(String column, String name, String label) {}

  /**
   * One rule.
   *
   * @param row the row number of the spreadsheet
   */
  public record TableRow(int row, List<CellText> cells) {}

  /** A cell that is not empty, such as B7 and {@code >= 5}. */
  public record CellText(String cell, String text) {}

  private static final int LABELS_ROW = 2;
  private static final int NAMES_ROW = 3;

  /**
   * @param workbook the file that the table was read from
   */
  public static TableAnswer of(DecisionTable table, byte[] workbook) {
    return of(table, WorkbookReader.read(table.file(), workbook, new ArrayList<>()));
  }

  /**
   * @param workbook the sheets of the file that the table was read from
   */
  public static TableAnswer of(DecisionTable table, List<Sheet> workbook) {
    Sheet sheet =
        workbook.stream().filter(one -> one.name().equals(table.sheet())).findFirst().orElseThrow();
    return new TableAnswer(
        table.name(),
        table.hitPolicy(),
        table.file(),
        table.sheet(),
        row(sheet, NAMES_ROW).stream().map(name -> column(name, row(sheet, LABELS_ROW))).toList(),
        sheet.rows().stream()
            .filter(row -> row.get(0).row() > NAMES_ROW)
            .map(
                row -> new TableRow(row.get(0).row(), row.stream().map(TableAnswer::text).toList()))
            .toList());
  }

  private static List<Cell> row(Sheet sheet, int number) {
    return sheet.rows().stream()
        .filter(row -> row.get(0).row() == number)
        .findFirst()
        .orElse(List.of());
  }

  private static Column column(Cell name, List<Cell> labels) {
    Cell label = Cell.at(labels, name.column());
    String letters = name.address().replaceAll("[0-9]", "");
    return new Column(letters, name.text(), label == null ? "" : label.text());
  }

  private static CellText text(Cell cell) {
    return new CellText(cell.address(), cell.shown());
  }
}
