package io.redress.cli.insight;

import io.redress.insight.impact.Change;
import io.redress.insight.impact.Evaluated;
import io.redress.platform.export.CsvTable;
import io.redress.platform.workbook.WorkbookTable;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The disputes that are decided otherwise, as CSV or as a workbook; or nowhere. */
final class ChangesFile implements Closeable {
  private static final int WIDTH = 20;
  private static final List<WorkbookTable.Column> COLUMNS =
      Change.COLUMNS.stream().map(name -> new WorkbookTable.Column(name, WIDTH)).toList();

  private final OutputStream out;
  private final Rows rows;
  private final Ending ending;

  private interface Rows {
    void add(List<? extends @Nullable Object> values) throws IOException;
  }

  private interface Ending {
    void write() throws IOException;
  }

  private ChangesFile(OutputStream out, Rows rows, Ending ending) {
    this.out = out;
    this.rows = rows;
    this.ending = ending;
  }

  /**
   * @param file whose name says the format; null for nowhere
   */
  static ChangesFile open(@Nullable Path file) throws IOException {
    if (file == null) {
      return new ChangesFile(OutputStream.nullOutputStream(), values -> {}, () -> {});
    }
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      WorkbookTable table = new WorkbookTable(out, "Changes", COLUMNS);
      return new ChangesFile(out, table::add, table::finish);
    }
    CsvTable table = new CsvTable(out, Change.COLUMNS);
    return new ChangesFile(out, table::add, table::finish);
  }

  void add(Evaluated evaluated) throws IOException {
    Optional<Change> change = Change.in(evaluated);
    if (change.isPresent()) {
      rows.add(change.get().values());
    }
  }

  void finish() throws IOException {
    ending.write();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
