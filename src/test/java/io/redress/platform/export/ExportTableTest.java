package io.redress.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.text.FormulaText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTableTest {
  private static final List<String> NAMES = List.of("dispute", "currency", "difference");
  private static final List<@Nullable Object> ROW =
      Arrays.asList("=dispute", null, new BigDecimal("12.50"));

  @Test
  void csvHasAColumnForEachValue() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportTable table = ExportTable.csv(out, NAMES);
    table.add(ROW);
    table.finish();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("\uFEFFdispute,currency,difference", "'=dispute,,12.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-x", "@SUM(A1)", "\t=1", "＝1", "＋1", "－x", "＠SUM(A1)"})
  void csvHasNoFormulas(String text) {
    assertThat(FormulaText.harmless(text)).isEqualTo("'" + text);
  }

  @Test
  void workbookHasNumbers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportTable table = ExportTable.workbook(out, "Changes", NAMES);
    table.add(ROW);
    table.finish();
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var row = read.getSheet("Changes").getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=dispute");
      assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12.5);
    }
  }
}
