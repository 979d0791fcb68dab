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

/** Reads one worksheet, and rejects cells that may mean something else than they display. */
final class SheetReader {
  /** The label beside the name of a table; notes do not have it. */
  private static final String HIT_POLICY = "Hit policy";

  /** How many lines above a displaced table are searched. */
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

  /** Returns the sheet if it holds data; empty for notes. */
  Optional<Sheet> data() {
    String marker = visibleText(sheet.getRow(0) == null ? null : sheet.getRow(0).getCell(0));
    if (!SheetMarker.isMarker(marker)) {
      SheetMarker.closestTo(marker)
          .ifPresentOrElse(closest -> misspelt(marker, closest), this::findDisplaced);
      return Optional.empty();
    }
    Sheet data = plain();
    problems.addAll(HiddenContentCheck.of(file, sheet, data.rows()));
    return Optional.of(data).filter(read -> Stream.of(SheetMarker.values()).anyMatch(read::holds));
  }

  /** Returns all cells, for a sheet that another reader interprets. */
  Sheet plain() {
    checkName();
    List<List<Cell>> rows = rows();
    return new Sheet(file, sheet.getSheetName(), rows, refused);
  }

  /** Returns the text of a cell as a person sees it. */
  private static String visibleText(@Nullable XSSFCell cell) {
    return cell == null || cell.getCellType() != CellType.STRING
        ? ""
        : InvisibleCharacters.removedFrom(cell.getStringCellValue()).strip();
  }

  private void misspelt(String marker, String closest) {
    problem(
        "A1",
        ProblemCode.BAD_HEADER,
        marker,
        "the sheet would be ignored as notes.",
        "Write " + closest + " exactly, or another title if these are notes.");
  }

  /** Finds a table that does not begin in A1, because of lines above or a column before it. */
  private void findDisplaced() {
    boolean first = true;
    for (Row row : sheet) {
      for (var cell : row) {
        String text = visibleText((XSSFCell) cell);
        boolean inTitle = row.getRowNum() < ROWS_ABOVE && Lookalike.looksLike(HIT_POLICY, text);
        if (first && SheetMarker.isMarker(text) || inTitle) {
          problem(
              cell.getAddress().formatAsString(),
              ProblemCode.BAD_HEADER,
              text,
              "the sheet would be ignored as notes, though data seems to begin here.",
              "Move it to A1, or change this text if these are notes.");
          return;
        }
        first &= cell.getCellType() == CellType.BLANK;
      }
    }
  }

  private void checkName() {
    String name = sheet.getSheetName();
    if (InvisibleCharacters.anyIn(name)) {
      problem(
          null,
          ProblemCode.INVISIBLE_CHARACTER,
          name,
          "the sheet's name holds an invisible character: "
              + InvisibleCharacters.firstIn(name)
              + ".",
          "Type the name again.");
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
