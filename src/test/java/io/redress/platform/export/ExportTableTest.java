package io.redress.insight.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ChangesTableTest {
  private static final Change CHANGE =
      new Change(
          "1",
          "=dispute",
          "USD",
          new Change.Side("NO_ACTION", "NONE", cost("0")),
          new Change.Side("FULL_REFUND", "LOST", cost("12.50")),
          new BigDecimal("12.50"));

  private static Cost cost(String refunds) {
    return new Cost(new BigDecimal(refunds), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  @Test
  void csvHasAColumnForEachValue() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChangesTable table = ChangesTable.csv(out);
    table.add(CHANGE);
    table.finish();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "\uFEFF" + String.join(",", Change.COLUMNS),
            "1,'=dispute,USD,NO_ACTION,NONE,0,FULL_REFUND,LOST,12.5,12.5");
  }

  @Test
  void workbookHasNumbers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChangesTable table = ChangesTable.workbook(out);
    table.add(CHANGE);
    table.finish();
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var row = read.getSheet("Changes").getRow(1);
      assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=dispute");
      assertThat(row.getCell(Change.COLUMNS.indexOf("difference")).getNumericCellValue())
          .isEqualTo(12.5);
    }
  }
}
