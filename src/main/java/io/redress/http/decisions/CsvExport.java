package io.redress.http.decisions;

import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.platform.export.CsvTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions as CSV, streamed row by row. */
final class CsvExport {
  private CsvExport() {}

  static void write(JournalSearch journal, SearchQuery search, OutputStream out)
      throws IOException {
    List<ExportColumn> columns = ExportColumn.of(journal);
    CsvTable table = new CsvTable(out, columns.stream().map(ExportColumn::name).toList());
    journal.summaries(search, summary -> add(summary, columns, table));
    table.finish();
  }

  private static void add(DecisionListItem summary, List<ExportColumn> columns, CsvTable table) {
    List<@Nullable Object> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(column.value().apply(summary)));
    try {
      table.add(cells);
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }
}
