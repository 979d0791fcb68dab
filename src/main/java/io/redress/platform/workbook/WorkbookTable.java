package io.redress.platform.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table in a workbook, written row by row in little memory. Each sheet begins with the names of
 * the columns; what does not fit into one goes on in the next. Texts are never formulas.
 */
public final class WorkbookTable implements Closeable {
  /** Spreadsheet programs support 1,048,576 rows. */
  private static final int MAX_ROWS = 1_000_000;

  private static final int ROWS_IN_MEMORY = 500;

  /**
   * A column.
   *
   * @param width in characters
   */
  public record Column(String name, int width) {}

  private final Workbook workbook;
  private final String name;
  private final List<Column> columns;
  private Worksheet sheet;
  private int sheets;
  private int row;

  /**
   * @param name of the first sheet; others have a number, too
   */
  public WorkbookTable(OutputStream out, String name, List<Column> columns) {
    this.workbook = new Workbook(out, "Redress", "1.0");
    this.name = name;
    this.columns = columns;
    this.sheet = next();
  }

  private Worksheet next() {
    Worksheet fresh = workbook.newWorksheet(++sheets == 1 ? name : name + " " + sheets);
    fresh.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      fresh.width(column, columns.get(column).width());
      fresh.inlineString(0, column, columns.get(column).name());
      fresh.style(0, column).bold().set();
    }
    row = 0;
    return fresh;
  }

  /**
   * Adds a row.
   *
   * @param cells in the order of the columns: a Number, Boolean, LocalDate or Instant; everything
   *     else is text, null an empty cell
   */
  public void add(List<? extends @Nullable Object> cells) throws IOException {
    if (row == MAX_ROWS) {
      sheet.finish();
      sheet = next();
    }
    row++;
    for (int column = 0; column < cells.size(); column++) {
      cell(column, cells.get(column));
    }
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
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

  /** Completes the workbook; without this it is none. */
  public void finish() throws IOException {
    workbook.finish();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
