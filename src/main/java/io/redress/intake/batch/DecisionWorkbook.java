package io.redress.intake.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.platform.workbook.WorkbookTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes decisions that were collected as NDJSON into a workbook, row by row. */
final class DecisionWorkbook {
  private static final int WIDTH = 20;

  private DecisionWorkbook() {}

  static void write(Path ndjson, Path workbook) throws IOException {
    ObjectMapper json = DecisionJson.mapper();
    List<WorkbookTable.Column> columns =
        DecisionColumns.NAMES.stream().map(name -> new WorkbookTable.Column(name, WIDTH)).toList();
    try (BufferedReader lines = Files.newBufferedReader(ndjson);
        OutputStream out = Files.newOutputStream(workbook);
        WorkbookTable table = new WorkbookTable(out, "Decisions", columns)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode decision = json.readTree(line);
        List<@Nullable Object> cells = new ArrayList<>();
        DecisionColumns.of(decision.path("line").asLong(), decision)
            .forEach(value -> cells.add(cell(value)));
        table.add(cells);
      }
      table.finish();
    }
  }

  private static @Nullable Object cell(JsonNode value) {
    return value.isNumber() ? value.decimalValue() : value.textValue();
  }
}
