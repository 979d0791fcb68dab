package io.redress.rules.source;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.platform.text.Lookalike;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet, and says which of its cells may mean something else than they show. */
final class SheetReader {
  /** The cell beside a table's name; it stands in no notes. */
  private static final String HIT_POLICY = "Hit policy";

  /** Whoever adds a line above a table adds few. */
  private static final int ROWS_ABOVE = 10;

  private final String file;
  private final XSSFSheet sheet;
  private final List<RuleProblem> problems;
  private final CellValues values = new CellValues(this::refuse);
  private final Set<String> refused = new HashSet<>();

  SheetReader(String file, XSSFSheet sheet, List<RuleProblem> problems) {
    this.file = file;
    this.sheet = sheet;
    this.problems = problems;
  }

  /** Empty for notes. */
  Optional<Sheet> data() {
    String mark = seen(sheet.getRow(0) == null ? null : sheet.getRow(0).getCell(0));
    if (!SheetMarker.isOne(mark)) {
      SheetMarker.meantBy(mark)
          .ifPresentOrElse(meant -> misspelt(mark, meant), this::findDisplaced);
      return Optional.empty();
    }
    Sheet data = plain();
    problems.addAll(HiddenContentCheck.of(file, sheet, data.rows()));
    return Optional.of(data).filter(read -> Stream.of(SheetMarker.values()).anyMatch(read::holds));
  }

  /** The cells as they are, for a sheet that something else makes sense of. */
  Sheet plain() {
    nameCanBeSeen();
    List<List<Cell>> rows = rows();
    return new Sheet(file, sheet.getSheetName(), rows, refused);
  }

  /** A text as a person sees it. */
  private static String seen(@Nullable XSSFCell cell) {
    return cell == null || cell.getCellType() != CellType.STRING
        ? ""
        : InvisibleCharacters.removedFrom(cell.getStringCellValue()).strip();
  }

  private void misspelt(String mark, String meant) {
    problem(
        "A1",
        ProblemCode.BAD_HEADER,
        mark,
        "the sheet would be taken for notes.",
        "Write " + meant + " to the letter, or something else if these are notes.");
  }

  /** Somebody may have put lines above a table, or a column before it. */
  private void findDisplaced() {
    boolean first = true;
    for (Row row : sheet) {
      for (var cell : row) {
        String text = seen((XSSFCell) cell);
        boolean inTitle = row.getRowNum() < ROWS_ABOVE && Lookalike.looksLike(HIT_POLICY, text);
        if (first && SheetMarker.isOne(text) || inTitle) {
          problem(
              cell.getAddress().formatAsString(),
              ProblemCode.BAD_HEADER,
              text,
              "the sheet would be taken for notes, though data seems to begin here.",
              "Let it begin in A1, or word this otherwise if these are notes.");
          return;
        }
        first &= cell.getCellType() == CellType.BLANK;
      }
    }
  }

  private void nameCanBeSeen() {
    String name = sheet.getSheetName();
    if (InvisibleCharacters.anyIn(name)) {
      problem(
          null,
          ProblemCode.INVISIBLE_CHARACTER,
          name,
          "the sheet's name holds a character that can not be seen: "
              + InvisibleCharacters.firstIn(name)
              + ".",
          "Type the name anew.");
    }
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<Cell> cells = new ArrayList<>();
      for (var cell : row) {
        Object value = values.value((XSSFCell) cell);
        if (value != null) {
          int number = cell.getRowIndex() + 1;
          int column = cell.getColumnIndex();
          boolean percent = value instanceof BigDecimal && CellValues.isPercent((XSSFCell) cell);
          cells.add(new Cell(Cell.address(column, number), number, column, value, percent));
        }
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private void refuse(
      XSSFCell cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    String address = cell.getAddress().formatAsString();
    refused.add(address);
    problem(address, code, value, message, suggestion);
  }

  private void problem(
      @Nullable String cell,
      ProblemCode code,
      @Nullable String value,
      String message,
      String suggestion) {
    problems.add(
        new RuleProblem(file, sheet.getSheetName(), cell, null, code, value, message, suggestion));
  }
}
