package io.redress.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Finds content that would decide although a person does not see it, or sees it in another place:
 * hidden sheets, rows and columns, merged cells, and cells stored twice.
 */
final class HiddenContentCheck {
  private final String file;
  private final XSSFSheet sheet;
  private final List<RuleProblem> problems = new ArrayList<>();

  private HiddenContentCheck(String file, XSSFSheet sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /**
   * @param rows the rows of the sheet that are not empty
   */
  static List<RuleProblem> of(String file, XSSFSheet sheet, List<List<Cell>> rows) {
    HiddenContentCheck check = new HiddenContentCheck(file, sheet);
    check.findHiddenSheet();
    check.findMergedCells();
    check.findDuplicates();
    rows.forEach(row -> check.findHiddenRow(row.get(0).row()));
    int widest = rows.stream().mapToInt(row -> row.get(row.size() - 1).column()).max().orElse(0);
    for (int column = 0; column <= widest; column++) {
      check.findHiddenColumn(column);
    }
    return check.problems;
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
          "the data has merged cells.",
          "Unmerge them and fill each cell.");
    }
  }

  /** Two cells with one address: no spreadsheet program writes them, and readers take either. */
  private void findDuplicates() {
    boolean rowsTwice =
        sheet.getCTWorksheet().getSheetData().sizeOfRowArray() > sheet.getPhysicalNumberOfRows();
    for (Row row : sheet) {
      int cells = ((XSSFRow) row).getCTRow().sizeOfCArray();
      if (rowsTwice || cells > row.getPhysicalNumberOfCells()) {
        problem(
            "A" + (row.getRowNum() + 1),
            ProblemCode.DUPLICATE_ENTRY,
            rowsTwice ? "the sheet holds a row twice." : "the row holds a cell twice.",
            "Check it, and save the workbook again.");
        return;
      }
    }
  }

  /** Rows are hidden by a flag, by a height of zero, or by the default of the sheet. */
  private void findHiddenRow(int number) {
    XSSFRow row = sheet.getRow(number - 1);
    var format = sheet.getCTWorksheet().getSheetFormatPr();
    boolean hiddenByDefault = format != null && format.getZeroHeight() && !row.getCTRow().isSetHt();
    if (row.getZeroHeight() || row.getHeight() == 0 || hiddenByDefault) {
      problem(
          "A" + number,
          ProblemCode.HIDDEN_ROW,
          "row " + number + " is hidden.",
          "Show it or delete it; filters hide rows, too.");
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
