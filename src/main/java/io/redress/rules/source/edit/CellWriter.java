package io.redress.rules.source.edit;

import io.redress.rules.source.CellFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes values into cells. Styles change only where a value would not display correctly. */
final class CellWriter {
  /** Characters that begin a formula when typed into a spreadsheet program. */
  private static final String FORMULA_SIGNS = "=+-@";

  /** Workbooks encode characters as _xHHHH_; literal text of that form must be escaped. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final XSSFSheet sheet;
  private final Map<String, XSSFCellStyle> adapted = new HashMap<>();

  CellWriter(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /**
   * @param number of the row, from 1
   */
  void write(int number, int column, EditedCell edited) {
    XSSFRow row = sheet.getRow(number - 1);
    if (row == null) {
      row = sheet.createRow(number - 1);
    }
    XSSFCell cell = row.getCell(column);
    if (cell == null) {
      if (edited.value() == null) {
        return;
      }
      cell = row.createCell(column);
      cell.setCellStyle(defaultStyle(row, column));
    }
    write(cell, edited);
  }

  private void write(XSSFCell cell, EditedCell edited) {
    Object value = edited.value();
    if (value == null) {
      cell.setBlank();
    } else if (value instanceof BigDecimal number) {
      boolean shown = edited.percentage() && showsPercentages(cell);
      cell.setCellValue((shown ? number.movePointLeft(2) : number).doubleValue());
      if (DateUtil.isCellDateFormatted(cell)) {
        adapt(cell, "number", style -> style.setDataFormat(0));
      }
    } else if (value instanceof Boolean flag) {
      cell.setCellValue(flag);
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      if (!DateUtil.isCellDateFormatted(cell)) {
        short format = sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd");
        adapt(cell, "day", style -> style.setDataFormat(format));
      }
    } else {
      cell.setCellValue(ESCAPE.matcher(value.toString()).replaceAll("_x005F_"));
      if (beginsLikeFormula(value.toString())) {
        adapt(cell, "text", style -> style.setQuotePrefixed(true));
      }
    }
  }

  private static boolean showsPercentages(XSSFCell cell) {
    return CellFormat.showsPercentages(cell.getCellStyle().getDataFormatString());
  }

  private static boolean beginsLikeFormula(String text) {
    return text.length() > 1 && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
  }

  private void adapt(XSSFCell cell, String why, Consumer<XSSFCellStyle> change) {
    XSSFCellStyle before = cell.getCellStyle();
    cell.setCellStyle(
        adapted.computeIfAbsent(before.getIndex() + why, key -> adapted(before, change)));
  }

  /** Reuses an equal style, since a workbook can hold a limited number. */
  private XSSFCellStyle adapted(XSSFCellStyle before, Consumer<XSSFCellStyle> change) {
    var workbook = sheet.getWorkbook();
    XSSFCellStyle style = before.copy();
    change.accept(style);
    String wanted = style.getCoreXf().xmlText();
    for (int i = 0; i < workbook.getNumCellStyles(); i++) {
      XSSFCellStyle known = workbook.getCellStyleAt(i);
      if (known.getCoreXf().xmlText().equals(wanted)) {
        return known;
      }
    }
    XSSFCellStyle added = workbook.createCellStyle();
    added.cloneStyleFrom(before);
    change.accept(added);
    return added;
  }

  /** Returns the style of a new cell: that of its row, else of its column. */
  private @Nullable XSSFCellStyle defaultStyle(XSSFRow row, int column) {
    return row.isFormatted() ? row.getRowStyle() : (XSSFCellStyle) sheet.getColumnStyle(column);
  }
}
