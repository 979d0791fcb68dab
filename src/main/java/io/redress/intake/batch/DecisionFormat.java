package io.redress.intake.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.platform.text.FormulaText;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How the decisions of a batch are written: each with the number of the line that it answers. */
enum DecisionFormat {
  /** A JSON object a line. */
  NDJSON {
    @Override
    byte[] header() {
      return new byte[0];
    }

    @Override
    byte[] encode(long line, Decision decision) {
      return utf8("{\"line\":" + line + "," + DecisionJson.write(decision).substring(1) + "\n");
    }
  },
  /** RFC 4180, with the byte order mark that spreadsheet programs need. */
  CSV {
    @Override
    byte[] header() {
      return utf8("\uFEFF" + row(DecisionColumns.NAMES));
    }

    @Override
    byte[] encode(long line, Decision decision) {
      List<String> cells = new ArrayList<>();
      for (JsonNode value : DecisionColumns.of(line, TREES.valueToTree(decision))) {
        cells.add(value.isTextual() ? FormulaText.harmless(value.textValue()) : value.asText());
      }
      return utf8(row(cells));
    }
  };

  private static final ObjectMapper TREES = DecisionJson.mapper();
  private static final CsvMapper ROWS =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final CsvSchema CRLF = CsvSchema.emptySchema().withLineSeparator("\r\n");

  /** What precedes the first decision. */
  abstract byte[] header();

  abstract byte[] encode(long line, Decision decision);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String row(List<String> cells) {
    try {
      return ROWS.writer(CRLF).writeValueAsString(cells);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
