package io.redress.rules.calendar;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.edit.EditRefusedException;
import io.redress.rules.source.edit.EditedCell;
import io.redress.rules.source.edit.EditedRow;
import io.redress.rules.source.edit.WorkbookEdit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Changes rows of a sheet of {@code calendar.xlsx}; all else in the workbook stays as it is. */
public final class CalendarEdit {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
  private static final int LABELS_ROW = 2;
  private static final int KIND_COLUMN = 1;

  private final Sheet sheet;

  private CalendarEdit(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * A row.
   *
   * @param number as the spreadsheet shows it
   * @param texts of the columns
   */
  public record Row(int number, List<String> texts) {
    public Row {
      texts = List.copyOf(texts);
    }
  }

  /** The sheets of the calendar that can be read, in order. */
  public static List<CalendarEdit> all(byte[] workbook) {
    return WorkbookReader.read(Calendars.FILE, workbook, new ProblemList()).stream()
        .filter(sheet -> sheet.holds(SheetMarker.CALENDAR) && !sheet.names().isEmpty())
        .map(CalendarEdit::new)
        .toList();
  }

  /** The sheet of this name. */
  public static Optional<CalendarEdit> of(byte[] workbook, String name) {
    return all(workbook).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The name of the sheet. */
  public String name() {
    return sheet.name();
  }

  /** What the sheet holds, such as {@code closures}. */
  public String kind() {
    return Optional.ofNullable(Cell.at(sheet.rows().get(0), KIND_COLUMN))
        .map(Cell::text)
        .orElse("");
  }

  /** The names of the columns, such as {@code country}. */
  public List<String> names() {
    return sheet.names().stream().map(Cell::text).toList();
  }

  /** The labels of the columns. */
  public List<String> labels() {
    List<Cell> labels =
        sheet.rows().stream()
            .filter(row -> row.get(0).row() == LABELS_ROW)
            .findFirst()
            .orElse(List.of());
    return sheet.names().stream()
        .map(name -> Optional.ofNullable(Cell.at(labels, name.column())).orElse(name).text())
        .toList();
  }

  public List<Row> rows() {
    return sheet.data().stream().map(row -> new Row(row.get(0).row(), texts(row))).toList();
  }

  private List<String> texts(List<Cell> row) {
    return sheet.names().stream()
        .map(name -> Optional.ofNullable(Cell.at(row, name.column())).map(Cell::text).orElse(""))
        .toList();
  }

  /**
   * The workbook with changed, removed and added rows. An added row comes after the last one with
   * the same first text, such as the country.
   *
   * @param changed the texts of rows by their numbers
   * @param removed numbers of rows
   * @throws EditRefusedException when something in the workbook would be lost
   */
  public byte[] write(
      byte[] workbook,
      Map<Integer, List<String>> changed,
      Set<Integer> removed,
      List<List<String>> added) {
    List<EditedRow> rows = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    int last = rows().stream().mapToInt(Row::number).max().orElse(Sheet.NAMES_ROW);
    Map<Integer, Row> byNumber = new HashMap<>();
    rows().forEach(row -> byNumber.put(row.number(), row));
    for (int number = Sheet.NAMES_ROW + 1; number <= last; number++) {
      Row row = byNumber.get(number);
      if (!removed.contains(number)) {
        List<String> before = row == null ? List.of() : row.texts();
        List<String> texts = changed.getOrDefault(number, before);
        rows.add(new EditedRow(number, edited(before, texts)));
        keys.add(texts.isEmpty() ? "" : texts.get(0));
      }
    }
    for (List<String> texts : added) {
      int same = keys.lastIndexOf(texts.get(0));
      int place = same < 0 ? rows.size() : same + 1;
      rows.add(place, new EditedRow(EditedRow.NEW, edited(List.of(), texts)));
      keys.add(place, texts.get(0));
    }
    return WorkbookEdit.of(Calendars.FILE, workbook, sheet.name(), Sheet.NAMES_ROW + 1, last, rows);
  }

  private Map<Integer, EditedCell> edited(List<String> before, List<String> texts) {
    Map<Integer, EditedCell> cells = new HashMap<>();
    IntStream.range(0, Math.min(texts.size(), sheet.names().size()))
        .filter(i -> !texts.get(i).equals(i < before.size() ? before.get(i) : ""))
        .forEach(
            i -> {
              int column = sheet.names().get(i).column();
              cells.put(column, typed(texts.get(i), column));
            });
    return cells;
  }

  private EditedCell typed(String text, int column) {
    if (text.isEmpty()) {
      return new EditedCell(null, false);
    }
    boolean numbers =
        sheet.data().stream()
            .map(row -> Cell.at(row, column))
            .anyMatch(cell -> cell != null && cell.value() instanceof BigDecimal);
    if (numbers && NUMBER.matcher(text).matches()) {
      return new EditedCell(new BigDecimal(text), false);
    }
    try {
      return new EditedCell(LocalDate.parse(text), false);
    } catch (DateTimeParseException noDay) {
      return new EditedCell(text, false);
    }
  }
}
