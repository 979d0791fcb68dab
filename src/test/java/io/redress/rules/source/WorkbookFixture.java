package io.redress.rules.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes workbooks for tests, row by row as a person would type them.
 *
 * <p>A value is a String, a whole or decimal number, a Boolean, a LocalDate, a {@link Formula}, a
 * {@link Percent}, a FormulaError, or null for an empty cell.
 */
public final class WorkbookFixture {
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private @Nullable XSSFSheet sheet;
  private int row;

  /** A formula, without the equals sign. */
  public record Formula(String text) {}

  /** A number formatted as a percentage: raw 0.05 shows as 5%. */
  public record Percent(double raw) {}

  /** A workbook with one table; rows from 4 follow. */
  public static WorkbookFixture table(String name, String hitPolicy, Object... names) {
    return new WorkbookFixture().addTable(name, hitPolicy, names);
  }

  /** A further sheet with one table. */
  public WorkbookFixture addTable(String name, String hitPolicy, Object... names) {
    return sheet(name).row("Table", name, "Hit policy", hitPolicy).row("labels").row(names);
  }

  public WorkbookFixture sheet(String name) {
    sheet = workbook.createSheet(name);
    row = 0;
    return this;
  }

  public WorkbookFixture row(@Nullable Object... values) {
    var cells = sheet.createRow(row++);
    for (int column = 0; column < values.length; column++) {
      if (values[column] != null) {
        write(cells.createCell(column), values[column]);
      }
    }
    return this;
  }

  /** Changes the sheet as a spreadsheet program can, such as hiding or merging. */
  public WorkbookFixture with(Consumer<XSSFSheet> change) {
    change.accept(sheet);
    return this;
  }

  public byte[] bytes() {
    try (var bytes = new ByteArrayOutputStream()) {
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void write(XSSFCell cell, Object value) {
    if (value instanceof Integer || value instanceof Double) {
      cell.setCellValue(((Number) value).doubleValue());
    } else if (value instanceof BigDecimal number) {
      cell.setCellValue(0);
      cell.getCTCell().setV(number.toString());
    } else if (value instanceof Boolean flag) {
      cell.setCellValue(flag);
    } else if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      format(cell, "yyyy-mm-dd");
    } else if (value instanceof Percent percent) {
      cell.setCellValue(percent.raw);
      format(cell, "0%");
    } else if (value instanceof Formula formula) {
      cell.setCellFormula(formula.text);
    } else if (value instanceof FormulaError error) {
      cell.setCellErrorValue(error);
    } else {
      cell.setCellValue((String) value);
    }
  }

  private void format(XSSFCell cell, String format) {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }
}
