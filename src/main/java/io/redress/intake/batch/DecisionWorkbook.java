package io.redress.intake.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes decisions that were collected as NDJSON into a workbook, row by row. */
final class DecisionWorkbook {
  /** Spreadsheet programs support 1,048,576 rows. */
  private static final int MAX_ROWS = 1_000_000;

  private static final int ROWS_IN_MEMORY = 500;
  private static final int WIDTH = 20;

  private DecisionWorkbook() {}

  static void write(Path ndjson, Path workbook) throws IOException {
    ObjectMapper json = DecisionJson.mapper();
    try (BufferedReader lines = Files.newBufferedReader(ndjson);
        OutputStream out = Files.newOutputStream(workbook);
        Workbook book = new Workbook(out, "Redress", "1.0")) {
      Worksheet sheet = sheet(book, 1);
      int sheets = 1;
      int row = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (row == MAX_ROWS) {
          sheet.finish();
          sheet = sheet(book, ++sheets);
          row = 0;
        }
        row++;
        JsonNode decision = json.readTree(line);
        fill(sheet, row, DecisionColumns.of(decision.path("line").asLong(), decision));
        if (row % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      }
      book.finish();
    }
  }

  private static Worksheet sheet(Workbook book, int number) {
    Worksheet sheet = book.newWorksheet(number == 1 ? "Decisions" : "Decisions " + number);
    sheet.freezePane(0, 1);
    for (int i = 0; i < DecisionColumns.NAMES.size(); i++) {
      sheet.width(i, WIDTH);
      sheet.inlineString(0, i, DecisionColumns.NAMES.get(i));
      sheet.style(0, i).bold().set();
    }
    return sheet;
  }

  private static void fill(Worksheet sheet, int row, List<JsonNode> values) {
    for (int i = 0; i < values.size(); i++) {
      JsonNode value = values.get(i);
      if (value.isNumber()) {
        sheet.value(row, i, value.decimalValue());
      } else if (value.isTextual()) {
        // An inline string is never a formula.
        sheet.inlineString(row, i, value.textValue());
      }
    }
  }
}
