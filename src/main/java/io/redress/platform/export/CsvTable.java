package io.redress.platform.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.platform.text.FormulaText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180) in UTF-8, with the byte order mark that spreadsheet programs need. It
 * is written row by row, in little memory.
 */
public final class CsvTable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Not flushed after each row, which would send a packet per row. */
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();

  /** Not closed on failure: closing would complete the file as if it were whole. */
  private final SequenceWriter rows;

  /**
   * @param names of the columns
   */
  public CsvTable(OutputStream out, List<String> names) throws IOException {
    out.write(BYTE_ORDER_MARK);
    CsvSchema.Builder named = CsvSchema.builder();
    names.forEach(named::addColumn);
    this.rows = CSV.writer(named.setLineSeparator("\r\n").build()).writeValues(out);
    rows.write(names);
  }

  /** Adds a row with a value for each column. */
  public void add(List<? extends @Nullable Object> values) throws IOException {
    rows.write(values.stream().map(CsvTable::text).toList());
  }

  /** Completes the table; without, it is not whole. */
  public void finish() throws IOException {
    rows.close();
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value instanceof String text ? FormulaText.harmless(text) : value.toString();
  }
}
