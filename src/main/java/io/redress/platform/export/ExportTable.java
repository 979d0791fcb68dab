package io.redress.platform.export;

import io.redress.platform.workbook.WorkbookTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as CSV or in a workbook, written row by row. */
public final class ExportTable {
  private static final int WIDTH = 20;

  private final Rows rows;
  private final Ending ending;

  private interface Rows {
    void add(List<? extends @Nullable Object> values) throws IOException;
  }

  private interface Ending {
    void write() throws IOException;
  }

  private ExportTable(Rows rows, Ending ending) {
    this.rows = rows;
    this.ending = ending;
  }

  public static ExportTable csv(OutputStream out, List<String> names) throws IOException {
    CsvTable table = new CsvTable(out, names);
    return new ExportTable(table::add, table::finish);
  }

  // Not closed: that would complete the workbook of a run that failed.
  public static ExportTable workbook(OutputStream out, String sheet, List<String> names) {
    List<WorkbookTable.Column> columns =
        names.stream().map(name -> new WorkbookTable.Column(name, WIDTH)).toList();
    WorkbookTable table = new WorkbookTable(out, sheet, columns);
    return new ExportTable(table::add, table::finish);
  }

  public void add(List<? extends @Nullable Object> row) throws IOException {
    rows.add(row);
  }

  /** Completes the table; without, it is not whole. */
  public void finish() throws IOException {
    ending.write();
  }
}
