package io.redress.intake.batch;

import io.redress.domain.dispute.FlatFacts;
import io.redress.domain.dispute.FlatFacts.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of a workbook, with the dotted names of facts in its first row. */
final class WorkbookInput implements DisputeInput {
  /** Spreadsheet programs keep 15 digits; more are an artefact of binary fractions. */
  private static final MathContext DIGITS = new MathContext(15);

  /** Numbers of days in a workbook: 1900-01-01, and the day after 9999-12-31. */
  private static final BigDecimal FIRST_DAY = BigDecimal.ONE;

  private static final BigDecimal END_OF_DAYS = BigDecimal.valueOf(2_958_466);

  private final ReadableWorkbook workbook;
  private final Iterator<Row> rows;
  private final Columns columns;

  /**
   * @throws UnreadableInputException when it is no workbook, or its first row has other names than
   *     those of facts
   */
  public WorkbookInput(InputStream in, FlatFacts facts) throws IOException {
    try {
      this.workbook = new ReadableWorkbook(in, new ReadingOptions(true, true));
      this.rows = workbook.getFirstSheet().openStream().iterator();
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableInputException("The input is not a workbook (.xlsx). Save it as one.");
    }
    Row header = nextRow();
    List<@Nullable String> names = new ArrayList<>();
    if (header != null) {
      for (int i = 0; i < header.getCellCount(); i++) {
        Cell cell = header.getCell(i);
        names.add(cell == null ? null : cell.getText());
      }
    }
    this.columns = Columns.of(names, facts);
  }

  @Override
  public @Nullable DisputeRecord next() throws IOException {
    for (Row row = nextRow(); row != null; row = nextRow()) {
      List<@Nullable String> cells = new ArrayList<>();
      for (int i = 0; i < row.getCellCount(); i++) {
        Cell cell = row.getCell(i);
        cells.add(cell == null ? null : text(cell, columns.kind(i).orElse(Kind.TEXT)));
      }
      DisputeRecord record = columns.record(row.getRowNum(), cells);
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  private @Nullable Row nextRow() throws UnreadableInputException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException broken) {
      throw new UnreadableInputException(
          "The workbook is damaged. Open it in a spreadsheet program and save it again.");
    }
  }

  private static @Nullable String text(Cell cell, Kind kind) {
    return switch (cell.getType()) {
      case EMPTY -> null;
      case BOOLEAN -> String.valueOf(cell.asBoolean());
      case NUMBER -> number(cell, kind);
      case FORMULA ->
          cell.getValue() instanceof BigDecimal ? number(cell, kind) : cell.getRawValue();
      case STRING, ERROR -> cell.getText();
    };
  }

  private static String number(Cell cell, Kind kind) {
    BigDecimal value = (BigDecimal) cell.getValue();
    if (kind == Kind.DAY && value.compareTo(FIRST_DAY) >= 0 && value.compareTo(END_OF_DAYS) < 0) {
      LocalDateTime day = cell.asDate();
      return day.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? day.toLocalDate().toString()
          : day.toString();
    }
    BigDecimal number = value.round(DIGITS);
    String format = cell.getDataFormatString();
    boolean percent = format != null && format.contains("%");
    return (percent ? number.movePointRight(2) : number).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
