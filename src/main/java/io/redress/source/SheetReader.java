package io.redress.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet, and says which of its cells may mean something else than they show. */
final class SheetReader {
  private static final Set<String> MARKS = Set.of("Table", "Calendar", "Test cases");

  /** Spreadsheets keep 15 digits of what is typed, but may write 0.07 as 7.0000000000000007E-2. */
  private static final MathContext AS_TYPED = new MathContext(15, RoundingMode.HALF_UP);

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,3})?");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");

  private final String file;
  private final XSSFSheet sheet;
  private final List<RuleProblem> problems;

  SheetReader(String file, XSSFSheet sheet, List<RuleProblem> problems) {
    this.file = file;
    this.sheet = sheet;
    this.problems = problems;
  }

  /** Empty for notes. */
  Optional<Sheet> data() {
    String mark = mark();
    if (!MARKS.contains(mark)) {
      MARKS.stream().filter(known -> NearMiss.of(known, mark)).forEach(this::nearlyMarked);
      return Optional.empty();
    }
    var workbook = sheet.getWorkbook();
    if (workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
      problem(
          null, ProblemCode.HIDDEN_SHEET, null, "the sheet is hidden.", "Show it or delete it.");
    }
    for (var region : sheet.getMergedRegions()) {
      problem(
          region.formatAsString(),
          ProblemCode.MERGED_CELLS,
          null,
          "merged cells stand in the data.",
          "Unmerge them and fill each cell.");
    }
    List<List<Cell>> rows = rows();
    findHiddenColumns(rows);
    return Optional.of(new Sheet(file, sheet.getSheetName(), rows)).filter(SheetReader::marked);
  }

  /** The cells as they are, for a sheet that something else makes sense of. */
  Sheet plain() {
    return new Sheet(file, sheet.getSheetName(), rows());
  }

  /** What A1 looks like to a person, so that no data is left out unnoticed. */
  private String mark() {
    var first = sheet.getRow(0);
    var a1 = first == null ? null : first.getCell(0);
    return a1 == null || a1.getCellType() != CellType.STRING
        ? ""
        : InvisibleCharacters.removedFrom(a1.getStringCellValue()).strip();
  }

  private void nearlyMarked(String known) {
    problem(
        "A1",
        ProblemCode.BAD_HEADER,
        mark(),
        "the sheet would be taken for notes.",
        "Write " + known + " to the letter, or something else if these are notes.");
  }

  private static boolean marked(Sheet sheet) {
    return sheet.rows().stream()
        .limit(1)
        .map(row -> row.get(0))
        .anyMatch(first -> first.address().equals("A1") && MARKS.contains(first.text()));
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<Cell> cells = new ArrayList<>();
      for (var cell : row) {
        Object value = value((XSSFCell) cell);
        if (value != null) {
          int number = cell.getRowIndex() + 1;
          int column = cell.getColumnIndex();
          boolean percent = value instanceof BigDecimal && isPercent((XSSFCell) cell);
          cells.add(new Cell(Cell.address(column, number), number, column, value, percent));
        }
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
        if (row.getZeroHeight()) {
          problem(
              "A" + (row.getRowNum() + 1),
              ProblemCode.HIDDEN_ROW,
              null,
              "row " + (row.getRowNum() + 1) + " is hidden.",
              "Show it or delete it; a filter hides rows, too.");
        }
      }
    }
    return rows;
  }

  private void findHiddenColumns(List<List<Cell>> rows) {
    int widest = rows.stream().mapToInt(row -> row.get(row.size() - 1).column()).max().orElse(0);
    for (int column = 0; column <= widest; column++) {
      if (sheet.isColumnHidden(column)) {
        problem(
            Cell.address(column, 1),
            ProblemCode.HIDDEN_COLUMN,
            null,
            "column " + Cell.letters(column) + " is hidden.",
            "Show it or delete it.");
      }
    }
  }

  /** Null where nothing stands, or a fault. */
  private @Nullable Object value(XSSFCell cell) {
    return switch (cell.getCellType()) {
      case FORMULA -> formula(cell);
      case ERROR ->
          refused(
              cell,
              ProblemCode.ERROR_CELL,
              cell.getErrorCellString(),
              "the cell holds an error.",
              "Type a value.");
      case BOOLEAN -> cell.getBooleanCellValue();
      case NUMERIC -> number(cell);
      case STRING -> text(cell);
      default -> null;
    };
  }

  /** LibreOffice writes the values true and false as formulas; no other formula is a value. */
  private @Nullable Object formula(XSSFCell cell) {
    return switch (cell.getCellFormula()) {
      case "TRUE()" -> true;
      case "FALSE()" -> false;
      default ->
          refused(
              cell,
              ProblemCode.FORMULA,
              "=" + cell.getCellFormula(),
              "a formula stands in the data.",
              "Type its result instead.");
    };
  }

  private @Nullable Object number(XSSFCell cell) {
    String raw = cell.getRawValue();
    if (!NUMBER.matcher(raw).matches()) {
      return refused(
          cell,
          ProblemCode.ERROR_CELL,
          raw,
          "the cell holds a number that no spreadsheet can hold.",
          "Type it anew.");
    }
    if (!DateUtil.isCellDateFormatted(cell)) {
      BigDecimal number = new BigDecimal(raw).round(AS_TYPED).stripTrailingZeros();
      return number.scale() < 0 ? number.setScale(0) : number;
    }
    var moment = cell.getLocalDateTimeCellValue();
    if (moment == null || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return refused(
          cell,
          ProblemCode.TIME_OF_DAY,
          raw,
          "the date has a time of day.",
          "Type the date alone, such as 2026-03-05.");
    }
    return moment.toLocalDate();
  }

  private static boolean isPercent(XSSFCell cell) {
    String format = cell.getCellStyle().getDataFormatString();
    return format != null && QUOTED.matcher(format).replaceAll("").contains("%");
  }

  private @Nullable String text(XSSFCell cell) {
    String text = withoutBlanks(cell.getStringCellValue());
    if (InvisibleCharacters.anyIn(text)) {
      return refused(
          cell,
          ProblemCode.INVISIBLE_CHARACTER,
          text,
          "the text holds a character that can not be seen: "
              + InvisibleCharacters.firstIn(text)
              + ".",
          "Type the cell anew.");
    }
    return text.isEmpty() ? null : text;
  }

  /** Other than {@code strip()}, leaves blanks that are not ordinary ones, to be refused. */
  private static String withoutBlanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  private <T> @Nullable T refused(
      XSSFCell cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    problem(
        Cell.address(cell.getColumnIndex(), cell.getRowIndex() + 1),
        code,
        value,
        message,
        suggestion);
    return null;
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
