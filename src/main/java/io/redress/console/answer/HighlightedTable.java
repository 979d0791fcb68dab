package io.redress.console.answer;

import io.redress.http.rulesets.TableAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The row of a table that decided, with its neighbours and the deciding cells highlighted.
 *
 * @param href the row on the table's page
 * @param above number of rows left out above, {@code below} of those below
 */
public record HighlightedTable(
    String name, String href, List<Heading> headings, List<Row> rows, int above, int below) {
  private static final int NEIGHBOURS = 2;
  private static final String OUTCOME = "->";
  private static final String ANY = "-";

  /** A column heading. */
  public record Heading(String label, boolean outcome) {}

  /**
   * A row.
   *
   * @param number the row number of the spreadsheet
   */
  public record Row(int number, boolean deciding, List<Cell> cells) {}

  /** A cell, highlighted if it decided. */
  public record Cell(String text, boolean highlighted, boolean outcome) {}

  /**
   * @param version of the rule set
   * @param highlighted addresses of the cells that decided
   */
  static HighlightedTable of(TableAnswer table, String version, int row, Set<String> highlighted) {
    List<TableAnswer.TableRow> rows = table.rows();
    int place =
        IntStream.range(0, rows.size())
            .filter(index -> rows.get(index).row() == row)
            .findFirst()
            .orElse(0);
    int first = Math.max(0, place - NEIGHBOURS);
    int end = Math.min(rows.size(), place + NEIGHBOURS + 1);
    List<TableAnswer.TableRow> shown = rows.subList(first, end);
    List<TableAnswer.Column> columns =
        table.columns().stream().filter(column -> hasContent(column, shown)).toList();
    return new HighlightedTable(
        table.sheet(),
        "/tables/" + version + "/" + table.name() + "#row-" + row,
        columns.stream().map(column -> new Heading(label(column), outcome(column))).toList(),
        shown.stream().map(one -> row(columns, one, one.row() == row, highlighted)).toList(),
        first,
        rows.size() - end);
  }

  /** Columns that are empty in all shown rows are left out: some tables have a dozen. */
  private static boolean hasContent(TableAnswer.Column column, List<TableAnswer.TableRow> rows) {
    return rows.stream()
        .flatMap(
            row ->
                row.cells().stream()
                    .filter(cell -> cell.cell().equals(column.column() + row.row())))
        .anyMatch(cell -> !cell.text().isEmpty() && !cell.text().equals(ANY));
  }

  private static Row row(
      List<TableAnswer.Column> columns,
      TableAnswer.TableRow row,
      boolean deciding,
      Set<String> highlighted) {
    Map<String, String> texts =
        row.cells().stream()
            .collect(Collectors.toMap(TableAnswer.CellText::cell, TableAnswer.CellText::text));
    return new Row(
        row.row(),
        deciding,
        columns.stream()
            .map(
                column -> {
                  String address = column.column() + row.row();
                  return new Cell(
                      texts.getOrDefault(address, ""),
                      deciding && highlighted.contains(address),
                      outcome(column));
                })
            .toList());
  }

  private static String label(TableAnswer.Column column) {
    return column.label().isEmpty() ? column.name() : column.label();
  }

  private static boolean outcome(TableAnswer.Column column) {
    return column.name().startsWith(OUTCOME);
  }
}
