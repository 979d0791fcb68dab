package io.redress.cli.insight;

import io.redress.insight.impact.Change;
import io.redress.insight.impact.Evaluated;
import io.redress.platform.export.ExportTable;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The disputes that are decided otherwise, as CSV or as a workbook; or nowhere. */
final class ChangesFile implements Closeable {
  private final OutputStream out;
  private final @Nullable ExportTable table;

  private ChangesFile(OutputStream out, @Nullable ExportTable table) {
    this.out = out;
    this.table = table;
  }

  /**
   * @param file whose name says the format; null for nowhere
   */
  static ChangesFile open(@Nullable Path file) throws IOException {
    if (file == null) {
      return new ChangesFile(OutputStream.nullOutputStream(), null);
    }
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    boolean workbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    return new ChangesFile(
        out,
        workbook
            ? ExportTable.workbook(out, "Changes", Change.COLUMNS)
            : ExportTable.csv(out, Change.COLUMNS));
  }

  void add(Evaluated evaluated) throws IOException {
    Optional<Change> change = Change.in(evaluated);
    if (table != null && change.isPresent()) {
      table.add(change.get().values());
    }
  }

  void finish() throws IOException {
    if (table != null) {
      table.finish();
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
