package io.redress.insight.impact;

import io.redress.platform.export.CsvTable;
import io.redress.platform.workbook.WorkbookTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disputes that are decided otherwise as a table, written row by row. */
public final class ChangesTable {
  private static final int WIDTH = 20;
  private static final List<WorkbookTable.Column> COLUMNS =
      Change.COLUMNS.stream().map(name -> new WorkbookTable.Column(name, WIDTH)).toList();

  private final Rows rows;
  private final Ending ending;

  private interface Rows {
    void add(List<? extends @Nullable Object> values) throws IOException;
  }

  private interface Ending {
    void write() throws IOException;
  }

  private ChangesTable(Rows rows, Ending ending) {
    this.rows = rows;
    this.ending = ending;
  }

  public static ChangesTable csv(OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out, Change.COLUMNS);
    return new ChangesTable(table::add, table::finish);
  }

  // Not closed: that would complete the workbook of a run that failed.
  public static ChangesTable workbook(OutputStream out) {
    WorkbookTable table = new WorkbookTable(out, "Changes", COLUMNS);
    return new ChangesTable(table::add, table::finish);
  }

  public void add(Change change) throws IOException {
    rows.add(change.values());
  }

  /** Completes the table; without, it is not whole. */
  public void finish() throws IOException {
    ending.write();
  }
}
