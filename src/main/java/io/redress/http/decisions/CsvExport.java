package io.redress.http.decisions;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.platform.text.FormulaText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as CSV (RFC 4180) in UTF-8, with the byte order mark that spreadsheet programs need.
 */
final class CsvExport {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Not flushed after each row, which would send a packet per row. */
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();

  private CsvExport() {}

  static void write(JournalSearch journal, SearchQuery search, OutputStream out)
      throws IOException {
    out.write(BYTE_ORDER_MARK);
    List<ExportColumn> columns = ExportColumn.of(journal);
    CsvSchema.Builder named = CsvSchema.builder();
    columns.forEach(column -> named.addColumn(column.name()));
    CsvSchema schema = named.setLineSeparator("\r\n").build();
    // Not closed on failure: closing would complete the file as if it were whole.
    SequenceWriter rows = CSV.writer(schema).writeValues(out);
    rows.write(columns.stream().map(ExportColumn::name).toList());
    journal.summaries(search, summary -> write(rows, columns, summary));
    rows.close();
  }

  private static void write(
      SequenceWriter rows, List<ExportColumn> columns, DecisionListItem summary) {
    List<String> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(text(column.value().apply(summary))));
    try {
      rows.write(cells);
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
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
