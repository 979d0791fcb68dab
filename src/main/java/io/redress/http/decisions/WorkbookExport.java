package io.redress.http.decisions;

import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.platform.workbook.WorkbookTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions as a workbook, streamed row by row. */
final class WorkbookExport {
  private WorkbookExport() {}

  // Not closed: that would complete the workbook of a search that failed.
  static void write(JournalSearch journal, SearchQuery search, OutputStream out)
      throws IOException {
    List<ExportColumn> columns = ExportColumn.of(journal);
    WorkbookTable table =
        new WorkbookTable(
            out,
            "Decisions",
            columns.stream()
                .map(column -> new WorkbookTable.Column(column.name(), column.width()))
                .toList());
    journal.summaries(search, decision -> add(decision, columns, table));
    table.finish();
  }

  private static void add(
      DecisionListItem decision, List<ExportColumn> columns, WorkbookTable table) {
    List<@Nullable Object> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(column.value().apply(decision)));
    try {
      table.add(cells);
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }
}
