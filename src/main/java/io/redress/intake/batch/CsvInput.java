package io.redress.intake.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FlatFacts;
import io.redress.domain.dispute.FlatFacts.Kind;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with the dotted names of facts in its first row. The separator is the one of comma,
 * semicolon, tabulator and bar that occurs most often in that row.
 */
final class CsvInput implements DisputeInput {
  private static final String SEPARATORS = ",;\t|";
  private static final int MAX_HEADER = 1 << 16;

  private final CsvParser parser;
  private final Columns columns;
  private final boolean decimalComma;
  private long rowLine;

  /**
   * @param decimalComma whether numbers are written as 12,50
   * @throws UnreadableInputException when the first row has other names than those of facts
   */
  public CsvInput(InputStream in, FlatFacts facts, boolean decimalComma) throws IOException {
    BufferedInputStream text = new BufferedInputStream(Utf8Stream.of(in), MAX_HEADER);
    char separator = separator(text);
    this.decimalComma = decimalComma;
    this.parser =
        CsvFactory.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(DisputeReader.MAX_BYTES).build())
            .build()
            .createParser(text);
    this.parser.setSchema(
        CsvSchema.emptySchema().withColumnSeparator(separator).withoutEscapeChar());
    List<@Nullable String> header = row();
    this.columns = Columns.of(header == null ? List.of() : header, facts);
  }

  private static char separator(BufferedInputStream text) throws IOException {
    text.mark(MAX_HEADER);
    byte[] first = text.readNBytes(MAX_HEADER - 1);
    text.reset();
    int end = 0;
    while (end < first.length && first[end] != '\n' && first[end] != '\r') {
      end++;
    }
    String header = new String(first, 0, end, StandardCharsets.UTF_8);
    return (char)
        SEPARATORS
            .chars()
            .reduce((one, other) -> count(header, other) > count(header, one) ? other : one)
            .orElseThrow();
  }

  private static long count(String text, int character) {
    return text.chars().filter(one -> one == character).count();
  }

  @Override
  public @Nullable DisputeRecord next() throws IOException {
    for (List<@Nullable String> row = row(); row != null; row = row()) {
      if (decimalComma) {
        row = withPoints(row);
      }
      DisputeRecord record = columns.record(rowLine, row);
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  private List<@Nullable String> withPoints(List<@Nullable String> row) {
    List<@Nullable String> points = new ArrayList<>(row);
    for (int i = 0; i < row.size(); i++) {
      Optional<Kind> kind = columns.kind(i);
      String cell = row.get(i);
      if (cell != null
          && kind.filter(one -> one == Kind.AMOUNT || one == Kind.NUMBER).isPresent()) {
        points.set(i, cell.replace(',', '.'));
      }
    }
    return points;
  }

  private @Nullable List<@Nullable String> row() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      List<@Nullable String> cells = new ArrayList<>();
      for (token = parser.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (cells.isEmpty()) {
          rowLine = parser.currentTokenLocation().getLineNr();
        }
        cells.add(parser.getText());
      }
      return cells;
    } catch (CharConversionException foreign) {
      throw unreadable("is not UTF-8. Save the file as CSV UTF-8.");
    } catch (JsonProcessingException broken) {
      throw unreadable(
          broken.getOriginalMessage().contains("exceeds the maximum")
              ? "has a cell that is too long, or a quotation mark that is never closed. Correct it."
              : "is not CSV. Look for a quotation mark that is missing.");
    }
  }

  private UnreadableInputException unreadable(String why) {
    return new UnreadableInputException(
        "Line "
            + parser.currentLocation().getLineNr()
            + " "
            + why
            + " Everything before the row on line "
            + Math.max(1, rowLine + 1)
            + " was read.");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
