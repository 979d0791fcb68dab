package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.edit.SheetXml.CellXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;

/**
 * Adds columns with the usage of rows to the right of tables. They are remarks, {@code #} in row 3,
 * which decide nothing, and a label in row 2 tells them from those that people write. Columns of an
 * earlier copy are written again.
 */
public final class UsageColumns {
  /** What the label of each of these columns begins with. */
  public static final String LABEL = "Usage: ";

  private static final int LABELS_ROW = Sheet.NAMES_ROW - 1;
  private static final String REMARK = "#";

  private UsageColumns() {}

  /**
   * A column.
   *
   * @param label after {@link #LABEL}
   * @param cells by row number: String, BigDecimal or LocalDate
   */
  public record UsageColumn(String label, Map<Integer, Object> cells) {
    public UsageColumn {
      cells = Map.copyOf(cells);
    }
  }

  /** The columns in a sheet that this class added. */
  public static Set<Integer> in(Sheet sheet) {
    Set<Integer> columns = new TreeSet<>();
    List<Cell> labels =
        sheet.rows().stream()
            .filter(row -> row.get(0).row() == LABELS_ROW)
            .findFirst()
            .orElse(List.of());
    for (Cell name : sheet.names()) {
      Cell label = Cell.at(labels, name.column());
      if (name.namesRemark() && label != null && label.text().startsWith(LABEL)) {
        columns.add(name.column());
      }
    }
    return columns;
  }

  /**
   * Returns the workbook with columns at the right of its tables; all other cells read as before.
   *
   * @param workbook one that was read without problems
   * @param wanted the columns by sheet
   * @throws IllegalArgumentException when they cannot be added
   */
  public static byte[] of(byte[] workbook, Map<String, List<UsageColumn>> wanted) {
    List<Sheet> before = WorkbookReader.readAll("", workbook, new ArrayList<>());
    PackageParts parts = new PackageParts(workbook);
    Document workbookPart = parts.document(parts.workbook());
    String stylesPart =
        parts.related(parts.workbook(), "/styles").stream().findFirst().orElse(null);
    Document document =
        stylesPart == null
            ? CellStyles.minimal(
                String.valueOf(workbookPart.getDocumentElement().getNamespaceURI()))
            : parts.document(stylesPart);
    CellStyles styles = new CellStyles(document.getDocumentElement());
    boolean date1904 = WorkbookEdit.countsFrom1904(workbookPart.getDocumentElement());
    for (Sheet sheet : before) {
      List<UsageColumn> columns = wanted.get(sheet.name());
      if (columns != null) {
        String part = Objects.requireNonNull(parts.sheets().get(sheet.name()));
        SheetXml xml = SheetXml.read(parts.content(part));
        add(xml, new CellWriter(xml, styles, date1904), columns, List.copyOf(in(sheet)));
        WorkbookEdit.dimension(xml);
        parts.replace(part, xml.bytes());
      }
    }
    if (stylesPart == null && styles.anyChanged()) {
      parts.add("styles", Dom.bytes(document));
    }
    byte[] changed = parts.bytes();
    if (!others(before).equals(others(WorkbookReader.readAll("", changed, new ArrayList<>())))) {
      throw new IllegalArgumentException("other cells would read otherwise");
    }
    return changed;
  }

  /** All cells but those of these columns, by sheet. */
  private static Map<String, List<Cell>> others(List<Sheet> sheets) {
    Map<String, List<Cell>> others = new HashMap<>();
    for (Sheet sheet : sheets) {
      Set<Integer> added = in(sheet);
      others.put(
          sheet.name(),
          sheet.rows().stream()
              .flatMap(List::stream)
              .filter(cell -> !added.contains(cell.column()))
              .toList());
    }
    return others;
  }

  private static void add(
      SheetXml sheet, CellWriter writer, List<UsageColumn> columns, List<Integer> places) {
    sheet
        .rows()
        .forEach(
            row ->
                row.cells.removeIf(
                    cell -> row.number >= LABELS_ROW && places.contains(cell.column())));
    int free =
        sheet.rows().stream()
                .flatMap(row -> row.cells.stream())
                .mapToInt(CellXml::column)
                .max()
                .orElse(-1)
            + 1;
    for (int i = 0; i < columns.size(); i++) {
      UsageColumn column = columns.get(i);
      int place = i < places.size() ? places.get(i) : free++;
      heading(sheet, writer, LABELS_ROW, place, LABEL + column.label);
      heading(sheet, writer, Sheet.NAMES_ROW, place, REMARK);
      column.cells.forEach(
          (number, value) -> writer.write(sheet.row(number), place, new EditedCell(value, false)));
    }
  }

  /** Looks like the heading before it. */
  private static void heading(
      SheetXml sheet, CellWriter writer, int number, int column, String text) {
    List<CellXml> cells = sheet.row(number).cells;
    int at = 0;
    while (at < cells.size() && cells.get(at).column() < column) {
      at++;
    }
    if (at > 0) {
      cells.add(at, CellXml.blank(column, cells.get(at - 1).style()));
    }
    writer.write(sheet.row(number), column, new EditedCell(text, false));
  }
}
