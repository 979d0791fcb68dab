package io.redress.rules.table;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.edit.EditRefusedException;
import io.redress.rules.source.edit.EditedCell;
import io.redress.rules.source.edit.EditedRow;
import io.redress.rules.source.edit.WorkbookEdit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as its sheet shows it: to be read cell by cell, and to be edited row by row.
 *
 * <p>The API, the pages of tables and the tables beside an answer all show this.
 */
public final class TableSheet {
  /** Number of the first rule's row. */
  public static final int FIRST_ROW = Sheet.NAMES_ROW + 1;

  private static final int LABELS_ROW = 2;

  /** What a cell of a spreadsheet can hold. */
  private static final int MAX_TEXT_LENGTH = 32_767;

  private final DecisionTable table;
  private final Sheet sheet;
  private final Terms terms;
  private final TableNotes notes;
  private final Map<Integer, List<Cell>> byNumber = new HashMap<>();
  private final List<SheetColumn> columns;
  private final List<List<String>> rows;

  private TableSheet(DecisionTable table, Sheet sheet, Terms terms, TableNotes notes) {
    this.table = table;
    this.notes = notes;
    this.terms = terms;
    this.sheet = sheet;
    sheet.rows().forEach(row -> byNumber.put(row.get(0).row(), row));
    this.columns = columns(row(LABELS_ROW), sheet.names(), terms);
    this.rows = rows(sheet, columns);
  }

  /** The tables of a rule set that can be read, in the order of files and sheets. */
  public static List<TableSheet> all(Map<String, byte[]> files) {
    Map<String, TableSheet> all = new HashMap<>();
    List<TableSheet> inOrder = new ArrayList<>();
    Terms terms = Terms.read(files, new ProblemList());
    new TreeMap<>(files)
        .forEach(
            (file, bytes) -> {
              if (Tables.isTableFile(file)) {
                Map<String, TableNotes> notes = TableNotes.of(file, bytes);
                for (Sheet sheet : WorkbookReader.read(file, bytes, new ProblemList())) {
                  TableReader.read(sheet, terms, new ProblemList())
                      .map(
                          table ->
                              new TableSheet(
                                  table, sheet, terms, TableNotes.in(notes, sheet.name())))
                      .filter(grid -> all.putIfAbsent(grid.table.name(), grid) == null)
                      .ifPresent(inOrder::add);
                }
              }
            });
    return inOrder;
  }

  public DecisionTable table() {
    return table;
  }

  /** Those with a name in row 3, from the left. */
  public List<SheetColumn> columns() {
    return columns;
  }

  /** From row 4 to the last, blank ones included: for each column the text to edit. */
  public List<List<String>> rows() {
    return rows;
  }

  /** From row 4, without blank ones. */
  public List<SheetRow> filledRows() {
    return sheet.data().stream().map(row -> new SheetRow(row.get(0).row(), row)).toList();
  }

  /**
   * What is wrong with rows before they are saved, by their cells.
   *
   * @param problems takes every problem found
   * @return the table that they make; empty where there are problems
   */
  public Optional<DecisionTable> check(List<TypedRow> typed, List<RuleProblem> problems) {
    List<List<Cell>> cells = new ArrayList<>();
    sheet.rows().stream().filter(row -> row.get(0).row() < FIRST_ROW).forEach(cells::add);
    Set<String> refused = new HashSet<>();
    for (int i = 0; i < typed.size(); i++) {
      List<Cell> row = cells(typed.get(i), FIRST_ROW + i, refused, problems);
      if (!row.isEmpty()) {
        cells.add(row);
      }
    }
    return TableReader.read(new Sheet(sheet.file(), sheet.name(), cells, refused), terms, problems);
  }

  private List<Cell> cells(
      TypedRow typed, int number, Set<String> refused, List<RuleProblem> problems) {
    Map<Integer, EditedCell> edited = edited(typed);
    List<Cell> base = row(typed.from());
    List<Cell> cells = new ArrayList<>();
    for (SheetColumn column : columns) {
      int position = column.position();
      String address = Cell.address(position, number);
      Cell kept = Cell.at(base, position);
      EditedCell now = edited.get(position);
      if (now == null && kept != null) {
        cells.add(new Cell(address, number, position, kept.value(), kept.percent()));
      } else if (now != null && now.value() != null) {
        boolean free = column.meaning().isEmpty();
        RuleProblem problem =
            now.value() instanceof String text ? problem(address, text, free) : null;
        if (problem == null) {
          cells.add(cell(address, number, position, now));
        } else {
          refused.add(address);
          problems.add(problem);
        }
      }
    }
    return cells;
  }

  private static Cell cell(String address, int row, int column, EditedCell typed) {
    return typed.percentage() && typed.value() instanceof BigDecimal percent
        ? new Cell(address, row, column, percent.movePointLeft(2), true)
        : new Cell(address, row, column, Objects.requireNonNull(typed.value()), false);
  }

  private @Nullable RuleProblem problem(String address, String text, boolean free) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return sheet.problem(
          address,
          ProblemCode.TOO_LARGE,
          text,
          "the text has " + text.length() + " characters.",
          "Use at most " + MAX_TEXT_LENGTH + ".");
    }
    return !free && InvisibleCharacters.anyIn(text)
        ? sheet.problem(
            address,
            ProblemCode.INVISIBLE_CHARACTER,
            text,
            InvisibleCharacters.complaint(text),
            "Type the cell again.")
        : null;
  }

  /**
   * The workbook with other rows in this table's sheet, all else as it was.
   *
   * @param workbook the file that the table was read from
   * @param typed rows without problems
   * @throws EditRefusedException when something in the workbook would be lost
   */
  public byte[] write(byte[] workbook, List<TypedRow> typed) {
    List<EditedRow> edited =
        typed.stream().map(row -> new EditedRow(row.from(), edited(row))).toList();
    int last = FIRST_ROW + rows.size() - 1;
    return WorkbookEdit.of(sheet.file(), workbook, sheet.name(), FIRST_ROW, last, edited);
  }

  /** What is typed that does not stand there already. */
  private Map<Integer, EditedCell> edited(TypedRow typed) {
    Map<Integer, EditedCell> edited = new HashMap<>();
    List<String> texts = typed.texts();
    if (texts != null) {
      List<Cell> base = row(typed.from());
      for (int i = 0; i < columns.size(); i++) {
        SheetColumn column = columns.get(i);
        Cell kept = Cell.at(base, column.position());
        String text = i < texts.size() ? texts.get(i) : "";
        if (!text.equals(kept == null ? "" : TypedText.of(kept, column))) {
          edited.put(column.position(), TypedText.read(text, column));
        }
      }
    }
    return edited;
  }

  private List<Cell> row(int number) {
    return byNumber.getOrDefault(number, List.of());
  }

  /** What the workbook says about the table in a sheet for people. */
  public TableNotes notes() {
    return notes;
  }

  /** Returns the terms of the rule set. */
  public Terms terms() {
    return terms;
  }

  private static List<SheetColumn> columns(List<Cell> labels, List<Cell> names, Terms terms) {
    return names.stream()
        .map(
            name -> {
              Cell label = Cell.at(labels, name.column());
              return new SheetColumn(
                  name.column(),
                  name.text(),
                  label == null ? "" : label.text(),
                  name.namesRemark()
                      ? Optional.empty()
                      : Column.read(name, terms, (cell, code, value, message, suggestion) -> {}));
            })
        .toList();
  }

  private static List<List<String>> rows(Sheet sheet, List<SheetColumn> columns) {
    List<List<String>> rows = new ArrayList<>();
    for (List<Cell> row : sheet.data()) {
      while (rows.size() < row.get(0).row() - FIRST_ROW) {
        rows.add(columns.stream().map(column -> "").toList());
      }
      rows.add(columns.stream().map(column -> text(row, column)).toList());
    }
    return List.copyOf(rows);
  }

  private static String text(List<Cell> row, SheetColumn column) {
    Cell cell = Cell.at(row, column.position());
    return cell == null ? "" : TypedText.of(cell, column);
  }
}
