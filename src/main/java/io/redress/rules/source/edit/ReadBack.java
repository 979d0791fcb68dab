package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares an edited workbook, as it is read, with what it should hold: each cell by its type and
 * value, in the edited sheet and in all others.
 */
final class ReadBack {
  private final String file;
  private final String edited;
  private final RowMoves moves;
  private final List<EditedRow> rows;

  private ReadBack(String file, String edited, RowMoves moves, List<EditedRow> rows) {
    this.file = file;
    this.edited = edited;
    this.moves = moves;
    this.rows = rows;
  }

  /**
   * @throws EditRefusedException with the first cell that differs
   */
  static void verify(
      String file,
      byte[] before,
      byte[] after,
      String edited,
      RowMoves moves,
      List<EditedRow> rows) {
    new ReadBack(file, edited, moves, rows).verify(sheets(file, before), sheets(file, after));
  }

  private static List<Sheet> sheets(String file, byte[] workbook) {
    return WorkbookReader.readAll(file, workbook, new ArrayList<>());
  }

  private void verify(List<Sheet> before, List<Sheet> after) {
    List<String> names = before.stream().map(Sheet::name).toList();
    if (!names.contains(edited) || !names.equals(after.stream().map(Sheet::name).toList())) {
      throw refused(edited, null, "the edited workbook cannot be read.");
    }
    for (int i = 0; i < before.size(); i++) {
      Sheet sheet = before.get(i);
      Map<String, Object> expected = cells(sheet);
      if (sheet.name().equals(edited)) {
        expected = expected(expected);
      }
      compare(sheet.name(), expected, cells(after.get(i)));
    }
  }

  /** What people read in each cell: percentages in percent. */
  private static Map<String, Object> cells(Sheet sheet) {
    Map<String, Object> cells = new HashMap<>();
    for (List<Cell> row : sheet.rows()) {
      for (Cell cell : row) {
        cells.put(cell.address(), new Read(cell.value(), cell.percent()));
      }
    }
    sheet.refused().forEach(address -> cells.put(address, Unread.CELL));
    return cells;
  }

  /** A cell that the reader does not take, such as one with a formula. */
  private enum Unread {
    CELL
  }

  private record Read(Object value, boolean percent) {
    @Override
    public String toString() {
      return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
  }

  private Map<String, Object> expected(Map<String, Object> before) {
    Map<Integer, Map<Integer, Object>> byRow = new HashMap<>();
    before.forEach(
        (address, value) ->
            byRow
                .computeIfAbsent(number(address), row -> new HashMap<>())
                .put(Cell.column(address), value));
    Map<String, Object> expected = new HashMap<>();
    for (int number = 1; number < moves.first(); number++) {
      put(expected, number, byRow.getOrDefault(number, Map.of()));
    }
    for (int i = 0; i < rows.size(); i++) {
      Map<Integer, Object> row = new HashMap<>(byRow.getOrDefault(rows.get(i).from(), Map.of()));
      rows.get(i)
          .cells()
          .forEach(
              (column, cell) -> {
                if (isEmpty(cell.value())) {
                  row.remove(column);
                } else {
                  row.put(column, cell);
                }
              });
      put(expected, moves.first() + i, row);
    }
    return expected;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value instanceof String text && text.isBlank();
  }

  private static void put(Map<String, Object> expected, int number, Map<Integer, Object> row) {
    row.forEach((column, value) -> expected.put(Cell.address(column, number), value));
  }

  private static int number(String address) {
    return Integer.parseInt(address.replaceAll("\\D", ""));
  }

  private void compare(String sheet, Map<String, Object> expected, Map<String, Object> actual) {
    Set<String> addresses = new TreeSet<>(expected.keySet());
    addresses.addAll(new HashSet<>(actual.keySet()));
    for (String address : addresses) {
      Object wanted = expected.get(address);
      Object read = actual.get(address);
      boolean equal =
          wanted instanceof EditedCell edit
              ? read instanceof Read cell && matches(edit, cell)
              : Objects.equals(wanted, read);
      if (!equal) {
        throw refused(
            sheet,
            address,
            "the cell would hold " + shown(read) + " instead of " + shown(wanted) + ".");
      }
    }
  }

  private static boolean matches(EditedCell edit, Read read) {
    Object wanted = Objects.requireNonNull(edit.value());
    if (wanted instanceof BigDecimal number && read.value instanceof BigDecimal value) {
      boolean scaled = edit.percentage() && read.percent;
      return number.compareTo(scaled ? value.movePointRight(2) : value) == 0;
    }
    if (wanted instanceof String text && read.value instanceof String value) {
      return text.strip().equals(value.strip());
    }
    return wanted.equals(read.value);
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof EditedCell edit) {
      return String.valueOf(edit.value());
    }
    return value == Unread.CELL ? "something that cannot be read" : value.toString();
  }

  private EditRefusedException refused(String sheet, @Nullable String cell, String message) {
    return new EditRefusedException(
        new RuleProblem(
            file,
            sheet,
            cell,
            null,
            ProblemCode.NOT_READ_BACK,
            null,
            message,
            "Edit it in a spreadsheet program, and send the workbook."));
  }
}
