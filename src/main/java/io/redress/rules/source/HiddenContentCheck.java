package io.redress.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Finds what decides although nobody sees it, or sees it elsewhere than it counts. */
final class HiddenContentCheck {
  private final String file;
  private final XSSFSheet sheet;
  private final List<RuleProblem> problems = new ArrayList<>();

  private HiddenContentCheck(String file, XSSFSheet sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /**
   * @param rows of the sheet, those that hold anything
   */
  static List<RuleProblem> of(String file, XSSFSheet sheet, List<List<Cell>> rows) {
    HiddenContentCheck parts = new HiddenContentCheck(file, sheet);
    parts.findHiddenSheet();
    parts.findMergedCells();
    parts.findDoubles();
    rows.forEach(row -> parts.findHiddenRow(row.get(0).row()));
    int widest = rows.stream().mapToInt(row -> row.get(row.size() - 1).column()).max().orElse(0);
    for (int column = 0; column <= widest; column++) {
      parts.findHiddenColumn(column);
    }
    return parts.problems;
  }

  private void findHiddenSheet() {
    var workbook = sheet.getWorkbook();
    if (workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
      problem(null, ProblemCode.HIDDEN_SHEET, "the sheet is hidden.", "Show it or delete it.");
    }
  }

  private void findMergedCells() {
    for (CellRangeAddress region : sheet.getMergedRegions()) {
      problem(
          region.formatAsString(),
          ProblemCode.MERGED_CELLS,
          "merged cells stand in the data.",
          "Unmerge them and fill each cell.");
    }
  }

  /** Of two cells at one address, as no spreadsheet program writes them, readers take either. */
  private void findDoubles() {
    boolean rowsTwice =
        sheet.getCTWorksheet().getSheetData().sizeOfRowArray() > sheet.getPhysicalNumberOfRows();
    for (Row row : sheet) {
      int cells = ((XSSFRow) row).getCTRow().sizeOfCArray();
      if (rowsTwice || cells > row.getPhysicalNumberOfCells()) {
        problem(
            "A" + (row.getRowNum() + 1),
            ProblemCode.DUPLICATE_ENTRY,
            rowsTwice ? "the sheet holds a row twice." : "the row holds a cell twice.",
            "Look at it, and save the workbook anew.");
        return;
      }
    }
  }

  /** Rows may be hidden one by one, by a height of nothing, or all that do not say otherwise. */
  private void findHiddenRow(int number) {
    XSSFRow row = sheet.getRow(number - 1);
    var format = sheet.getCTWorksheet().getSheetFormatPr();
    boolean hiddenUnlessSized =
        format != null && format.getZeroHeight() && !row.getCTRow().isSetHt();
    if (row.getZeroHeight() || row.getHeight() == 0 || hiddenUnlessSized) {
      problem(
          "A" + number,
          ProblemCode.HIDDEN_ROW,
          "row " + number + " is hidden.",
          "Show it or delete it; a filter hides rows, too.");
    }
  }

  private void findHiddenColumn(int column) {
    if (sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0) {
      problem(
          Cell.address(column, 1),
          ProblemCode.HIDDEN_COLUMN,
          "column " + Cell.letters(column) + " is hidden.",
          "Show it or delete it.");
    }
  }

  private void problem(@Nullable String cell, ProblemCode code, String message, String suggestion) {
    problems.add(
        new RuleProblem(file, sheet.getSheetName(), cell, null, code, null, message, suggestion));
  }
}
