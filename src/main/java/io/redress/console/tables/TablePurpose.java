package io.redress.console.tables;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.table.DecisionTable;
import java.util.List;
import java.util.Optional;

/** What a table is for: the text beside the name of its sheet, on a sheet of notes. */
final class TablePurpose {
  private TablePurpose() {}

  static Optional<String> of(byte[] workbook, DecisionTable table) {
    for (Sheet sheet : WorkbookReader.readAll(table.file(), workbook, new ProblemList())) {
      if (!sheet.holds(SheetMarker.TABLE)) {
        for (List<Cell> row : sheet.rows()) {
          if (row.size() > 1 && row.get(0).text().equals(table.sheet())) {
            return Optional.of(row.get(1).text());
          }
        }
      }
    }
    return Optional.empty();
  }
}
