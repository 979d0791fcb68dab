package io.redress.console.answer;

import io.redress.http.rulesets.TableAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table around the row that decided.
 *
 * @param href of the row on the table's own page
 * @param above how many rows are left out before, {@code below} how many after
 */
public record HighlightedTable(
    String name, String href, List<Heading> headings, List<LitRow> rows, int above, int below) {
  private static final int NEIGHBOURS = 2;
  private static final String OUTCOME = "->";
  private static final String ANY = "-";

  /** A column, whose outcomes are set apart. */
  public record Heading(String label, boolean outcome) {}

  /**
   * A row.
   *
   * @param number as the spreadsheet shows it
   */
  public record LitRow(int number, boolean decided, List<LitCell> cells) {}

  /** A cell, which is lit when it decided. */
  public record LitCell(String text, boolean lit, boolean outcome) {}

  /**
   * @param version of the rule set
   * @param lit addresses of the cells that decided
   */
  static HighlightedTable of(TableAnswer table, String version, int row, Set<String> lit) {
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
        table.columns().stream().filter(column -> says(column, shown)).toList();
    return new HighlightedTable(
        table.sheet(),
        "/tables/" + version + "/" + table.name() + "#row-" + row,
        columns.stream().map(column -> new Heading(label(column), outcome(column))).toList(),
        shown.stream().map(one -> row(columns, one, one.row() == row, lit)).toList(),
        first,
        rows.size() - end);
  }

  /** Columns that say nothing in any of the rows are left out: some tables have a dozen. */
  private static boolean says(TableAnswer.Column column, List<TableAnswer.TableRow> rows) {
    return rows.stream()
        .flatMap(
            row ->
                row.cells().stream()
                    .filter(cell -> cell.cell().equals(column.column() + row.row())))
        .anyMatch(cell -> !cell.text().isEmpty() && !cell.text().equals(ANY));
  }

  private static LitRow row(
      List<TableAnswer.Column> columns,
      TableAnswer.TableRow row,
      boolean decided,
      Set<String> lit) {
    Map<String, String> texts =
        row.cells().stream()
            .collect(Collectors.toMap(TableAnswer.CellText::cell, TableAnswer.CellText::text));
    return new LitRow(
        row.row(),
        decided,
        columns.stream()
            .map(
                column -> {
                  String address = column.column() + row.row();
                  return new LitCell(
                      texts.getOrDefault(address, ""),
                      decided && lit.contains(address),
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
