package io.redress.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds content that would decide although a person does not see it, or sees it in another place:
 * hidden sheets, rows and columns, merged cells, and cells stored twice.
 */
final class HiddenContentCheck {
  private final String file;
  private final String name;
  private final List<RuleProblem> problems = new ArrayList<>();

  private HiddenContentCheck(String file, String name) {
    this.file = file;
    this.name = name;
  }

  /**
   * @param rows the rows of the sheet that are not empty
   * @param free the cells that only people read
   */
  static List<RuleProblem> of(
      String file,
      StoredWorkbook.SheetEntry entry,
      StoredSheet sheet,
      List<List<Cell>> rows,
      FreeCells free) {
    HiddenContentCheck check = new HiddenContentCheck(file, entry.name());
    if (entry.hidden()) {
      check.problem(
          null, ProblemCode.HIDDEN_SHEET, "the sheet is hidden.", "Show it or delete it.");
    }
    check.findMergedCells(sheet, free);
    if (sheet.doubled() != null) {
      check.problem(
          null,
          ProblemCode.DUPLICATE_ENTRY,
          sheet.doubled(),
          "Check it, and save the workbook again.");
    }
    rows.forEach(row -> check.findHiddenRow(sheet, row.get(0).row()));
    int widest = rows.stream().mapToInt(row -> row.get(row.size() - 1).column()).max().orElse(0);
    for (int column = 0; column <= widest; column++) {
      check.findHiddenColumn(sheet, column);
    }
    return check.problems;
  }

  private void findMergedCells(StoredSheet sheet, FreeCells free) {
    for (StoredSheet.Region region : sheet.merged()) {
      if (!free.holds(region)) {
        problem(
            region.text(),
            ProblemCode.MERGED_CELLS,
            "the data has merged cells.",
            "Unmerge them and fill each cell.");
      }
    }
  }

  private void findHiddenRow(StoredSheet sheet, int number) {
    StoredSheet.StoredRow row = sheet.rows().get(number);
    if (row != null && row.hidden()) {
      problem(
          "A" + number,
          ProblemCode.HIDDEN_ROW,
          "row " + number + " is hidden.",
          "Show it or delete it; filters hide rows, too.");
    }
  }

  private void findHiddenColumn(StoredSheet sheet, int column) {
    if (sheet.hidesColumn(column)) {
      problem(
          Cell.address(column, 1),
          ProblemCode.HIDDEN_COLUMN,
          "column " + Cell.letters(column) + " is hidden.",
          "Show it or delete it.");
    }
  }

  private void problem(@Nullable String cell, ProblemCode code, String message, String suggestion) {
    problems.add(new RuleProblem(file, name, cell, null, code, null, message, suggestion));
  }
}
