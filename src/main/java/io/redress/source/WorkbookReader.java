package io.redress.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks as plain cells.
 *
 * <p>A sheet is data when its A1 says so ({@code Table}, {@code Calendar} or {@code Test cases});
 * whatever could make a data sheet show one thing and mean another is a problem there. Other sheets
 * are notes, and left out.
 */
public final class WorkbookReader {
  private static final Set<String> DATA = Set.of("Table", "Calendar", "Test cases");

  private final String file;
  private final List<RuleProblem> problems;

  private WorkbookReader(String file, List<RuleProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The data sheets of a workbook, as far as they can be read.
   *
   * @param file path inside the rule set, for the problems
   * @param problems takes every fault found
   */
  public static List<Sheet> read(String file, byte[] bytes, List<RuleProblem> problems) {
    if (!WorkbookContainer.accepts(file, bytes, problems)) {
      return List.of();
    }
    try (var workbook = new XSSFWorkbook(OPCPackage.open(new ByteArrayInputStream(bytes)))) {
      return new WorkbookReader(file, problems).sheets(workbook);
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | IllegalArgumentException
        | IllegalStateException broken) {
      problems.add(WorkbookContainer.notAWorkbook(file));
      return List.of();
    }
  }

  private List<Sheet> sheets(XSSFWorkbook workbook) {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      XSSFSheet sheet = workbook.getSheetAt(i);
      if (isData(sheet)) {
        if (workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
          problem(
              sheet, null, "HIDDEN_SHEET", null, "the sheet is hidden.", "Show it or delete it.");
        }
        sheets.add(plain(sheet));
      }
    }
    return sheets;
  }

  private static boolean isData(XSSFSheet sheet) {
    var first = sheet.getRow(0);
    var a1 = first == null ? null : first.getCell(0);
    return a1 != null
        && a1.getCellType() == CellType.STRING
        && DATA.contains(a1.getStringCellValue().strip());
  }

  private Sheet plain(XSSFSheet sheet) {
    sheet
        .getMergedRegions()
        .forEach(
            region ->
                problem(
                    sheet,
                    region.formatAsString(),
                    "MERGED_CELLS",
                    null,
                    "merged cells stand in the data.",
                    "Unmerge them and fill each cell."));
    List<List<Cell>> rows = new ArrayList<>();
    int widest = 0;
    for (var row : sheet) {
      List<Cell> cells = new ArrayList<>();
      for (var cell : row) {
        read(sheet, (XSSFCell) cell, cells);
      }
      if (!cells.isEmpty()) {
        widest = Math.max(widest, cells.get(cells.size() - 1).column());
        rows.add(cells);
        if (row.getZeroHeight()) {
          problem(
              sheet,
              "A" + (row.getRowNum() + 1),
              "HIDDEN_ROW",
              null,
              "row " + (row.getRowNum() + 1) + " is hidden.",
              "Show it or delete it; a filter hides rows, too.");
        }
      }
    }
    for (int column = 0; column <= widest; column++) {
      if (sheet.isColumnHidden(column)) {
        problem(
            sheet,
            Cell.address(column, 1),
            "HIDDEN_COLUMN",
            null,
            "column " + Cell.letters(column) + " is hidden.",
            "Show it or delete it.");
      }
    }
    return new Sheet(file, sheet.getSheetName(), rows);
  }

  private void read(XSSFSheet sheet, XSSFCell cell, List<Cell> cells) {
    int row = cell.getRowIndex() + 1;
    int column = cell.getColumnIndex();
    String address = Cell.address(column, row);
    switch (cell.getCellType()) {
      case FORMULA ->
          problem(
              sheet,
              address,
              "FORMULA",
              "=" + cell.getCellFormula(),
              "a formula stands in the data.",
              "Type its result instead.");
      case ERROR ->
          problem(
              sheet,
              address,
              "ERROR_CELL",
              cell.getErrorCellString(),
              "the cell holds an error.",
              "Type a value.");
      case BOOLEAN -> cells.add(new Cell(address, row, column, cell.getBooleanCellValue(), false));
      case NUMERIC -> {
        Object value = number(sheet, cell, address);
        if (value != null) {
          String format = cell.getCellStyle().getDataFormatString();
          boolean percent =
              format != null && format.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%");
          cells.add(new Cell(address, row, column, value, percent));
        }
      }
      case STRING -> {
        String text = strip(cell.getStringCellValue());
        if (InvisibleCharacters.anyIn(text)) {
          problem(
              sheet,
              address,
              "INVISIBLE_CHARACTER",
              text,
              "the text holds a character that can not be seen: "
                  + InvisibleCharacters.firstIn(text)
                  + ".",
              "Type the cell anew.");
        } else if (!text.isEmpty()) {
          cells.add(new Cell(address, row, column, text, false));
        }
      }
      default -> {}
    }
  }

  private @Nullable Object number(XSSFSheet sheet, XSSFCell cell, String address) {
    if (!DateUtil.isCellDateFormatted(cell)) {
      return new BigDecimal(cell.getRawValue()).round(new MathContext(15, RoundingMode.HALF_UP));
    }
    var moment = cell.getLocalDateTimeCellValue();
    if (moment == null || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      problem(
          sheet,
          address,
          "TIME_OF_DAY",
          cell.getRawValue(),
          "the date has a time of day.",
          "Type the date alone, such as 2026-03-05.");
      return null;
    }
    return moment.toLocalDate();
  }

  private static String strip(String text) {
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

  private void problem(
      XSSFSheet sheet,
      @Nullable String cell,
      String code,
      @Nullable String value,
      String message,
      String suggestion) {
    problems.add(
        new RuleProblem(file, sheet.getSheetName(), cell, null, code, value, message, suggestion));
  }
}
