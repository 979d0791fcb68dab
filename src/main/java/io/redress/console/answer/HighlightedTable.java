package io.redress.console.answer;

import io.redress.console.Messages;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.SheetRow;
import io.redress.rules.table.TableSheet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The row of a table that decided, with its neighbours and the deciding cells highlighted.
 *
 * @param name the title of the table
 * @param headings with the label and, on hover, what the sheet calls the column
 * @param href the row on the table's page
 * @param whyHref the page that explains a row, up to the row's number; null for decisions that are
 *     not recorded
 * @param above number of rows left out above, {@code below} of those below
 */
public record HighlightedTable(
    String name,
    String href,
    @Nullable String whyHref,
    List<Heading> headings,
    List<Row> rows,
    int above,
    int below) {
  private static final int NEIGHBOURS = 2;
  private static final String OUTCOME = "->";
  private static final String ANY = "-";

  /** A column heading. */
  public record Heading(String label, String name, boolean outcome) {}

  /**
   * A row.
   *
   * @param number the row number of the spreadsheet
   */
  public record Row(int number, boolean deciding, List<Cell> cells) {}

  /**
   * A cell, highlighted if it decided.
   *
   * @param text with words for codes
   * @param code the text as it is in the sheet
   */
  public record Cell(String text, String code, boolean highlighted, boolean outcome) {}

  /**
   * @param version of the rule set
   * @param highlighted addresses of the cells that decided
   * @param decisionId null for decisions that are not recorded
   */
  static HighlightedTable of(
      TableSheet sheet,
      String version,
      int row,
      Set<String> highlighted,
      @Nullable String decisionId,
      Messages messages) {
    TableText words = new TableText(messages);
    List<SheetRow> rows = sheet.filledRows();
    int place =
        IntStream.range(0, rows.size())
            .filter(index -> rows.get(index).number() == row)
            .findFirst()
            .orElse(0);
    int first = Math.max(0, place - NEIGHBOURS);
    int end = Math.min(rows.size(), place + NEIGHBOURS + 1);
    List<SheetRow> shown = rows.subList(first, end);
    List<SheetColumn> columns =
        sheet.columns().stream().filter(column -> hasContent(column, shown)).toList();
    return new HighlightedTable(
        words.title(sheet),
        "/tables/" + version + "/" + sheet.table().name() + "#row-" + row,
        decisionId == null
            ? null
            : "/decisions/" + decisionId + "/why?table=" + sheet.table().name() + "&row=",
        columns.stream()
            .map(column -> new Heading(words.label(sheet, column), column.title(), outcome(column)))
            .toList(),
        shown.stream()
            .map(one -> row(columns, one, one.number() == row, highlighted, messages))
            .toList(),
        first,
        rows.size() - end);
  }

  /** Columns that are empty in all shown rows are left out: some tables have a dozen. */
  private static boolean hasContent(SheetColumn column, List<SheetRow> rows) {
    return rows.stream()
        .map(row -> row.shown(column))
        .anyMatch(text -> !text.isEmpty() && !text.equals(ANY));
  }

  private static Row row(
      List<SheetColumn> columns,
      SheetRow row,
      boolean deciding,
      Set<String> highlighted,
      Messages messages) {
    return new Row(
        row.number(),
        deciding,
        columns.stream()
            .map(
                column ->
                    new Cell(
                        column.meaning().isEmpty()
                            ? row.shown(column)
                            : messages.words(row.shown(column)),
                        row.shown(column),
                        deciding && highlighted.contains(column.address(row.number())),
                        outcome(column)))
            .toList());
  }

  private static boolean outcome(SheetColumn column) {
    return column.title().startsWith(OUTCOME);
  }
}
