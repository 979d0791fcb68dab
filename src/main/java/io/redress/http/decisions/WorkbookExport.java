package io.redress.http.decisions;

import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Decisions as a workbook, streamed row by row. */
final class WorkbookExport {
  /** Spreadsheet programs support 1,048,576 rows. */
  private static final int MAX_ROWS = 1_000_000;

  private static final int ROWS_IN_MEMORY = 500;

  private final List<ExportColumn> columns;
  private final Workbook workbook;
  private Worksheet sheet;
  private int sheets;
  private int row;

  private WorkbookExport(Workbook workbook, List<ExportColumn> columns) {
    this.columns = columns;
    this.workbook = workbook;
    this.sheet = next();
  }

  static void write(JournalSearch journal, SearchQuery search, OutputStream out)
      throws IOException {
    Workbook workbook = new Workbook(out, "Redress", "1.0");
    WorkbookExport export = new WorkbookExport(workbook, ExportColumn.of(journal));
    journal.summaries(search, export::add);
    workbook.finish();
  }

  private Worksheet next() {
    Worksheet fresh = workbook.newWorksheet(++sheets == 1 ? "Decisions" : "Decisions " + sheets);
    fresh.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      ExportColumn each = columns.get(column);
      fresh.width(column, each.width());
      fresh.inlineString(0, column, each.name());
      fresh.style(0, column).bold().set();
    }
    row = 0;
    return fresh;
  }

  private void add(DecisionListItem summary) {
    try {
      if (row == MAX_ROWS) {
        sheet.finish();
        sheet = next();
      }
      row++;
      for (int column = 0; column < columns.size(); column++) {
        cell(column, columns.get(column).value().apply(summary));
      }
      if (row % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }

  private void cell(int column, @Nullable Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean yes) {
      sheet.value(row, column, yes);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Instant instant) {
      sheet.value(row, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (value != null) {
      // An inline string is never a formula.
      sheet.inlineString(row, column, value.toString());
    }
  }
}
