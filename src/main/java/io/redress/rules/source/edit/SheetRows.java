package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Content and style of a row, detached from the sheet so that it can be placed elsewhere.
 *
 * @param height in points; null for the default
 */
record SheetRows(
    @Nullable Float height,
    boolean ownHeight,
    @Nullable XSSFCellStyle style,
    int outline,
    List<Content> cells) {

  private record Content(
      int column, XSSFCellStyle style, @Nullable Object value, @Nullable XSSFHyperlink link) {}

  /** Moves the rows of a sheet to their new places; new rows get a style only. */
  static void move(XSSFSheet sheet, RowMoves moves, List<EditedRow> rows) {
    Map<Integer, @Nullable SheetRows> taken = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).from() != moves.first() + i) {
        taken.computeIfAbsent(moves.origins().get(i), origin -> of(sheet.getRow(origin - 1)));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      int number = moves.first() + i;
      if (rows.get(i).from() != number) {
        remove(sheet, number);
        SheetRows row = taken.get(moves.origins().get(i));
        if (row != null) {
          row.put(sheet.createRow(number - 1), rows.get(i).from() != EditedRow.NEW);
        }
      }
    }
    for (int number = moves.newLast() + 1; number <= moves.last(); number++) {
      remove(sheet, number);
    }
  }

  private static void remove(XSSFSheet sheet, int number) {
    XSSFRow row = sheet.getRow(number - 1);
    if (row != null) {
      sheet.removeRow(row);
    }
  }

  private static @Nullable SheetRows of(@Nullable XSSFRow row) {
    if (row == null) {
      return null;
    }
    List<Content> cells = new ArrayList<>();
    for (Cell one : row) {
      XSSFCell cell = (XSSFCell) one;
      XSSFHyperlink link = cell.getHyperlink();
      cells.add(
          new Content(
              cell.getColumnIndex(),
              cell.getCellStyle(),
              value(cell),
              link == null ? null : new XSSFHyperlink((Hyperlink) link)));
    }
    return new SheetRows(
        row.getCTRow().isSetHt() ? row.getHeightInPoints() : null,
        row.getCTRow().getCustomHeight(),
        row.isFormatted() ? row.getRowStyle() : null,
        row.getCTRow().getOutlineLevel(),
        cells);
  }

  private static @Nullable Object value(XSSFCell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> cell.getNumericCellValue();
      case BOOLEAN -> cell.getBooleanCellValue();
      case STRING -> cell.getRichStringCellValue();
      default -> null;
    };
  }

  private void put(XSSFRow row, boolean values) {
    if (height != null) {
      row.setHeightInPoints(height);
      row.getCTRow().setCustomHeight(ownHeight);
    }
    if (style != null) {
      row.setRowStyle(style);
    }
    if (outline > 0) {
      row.getCTRow().setOutlineLevel((short) outline);
    }
    for (Content content : cells) {
      XSSFCell cell = row.createCell(content.column, CellType.BLANK);
      cell.setCellStyle(content.style);
      if (values) {
        write(cell, content);
      }
    }
  }

  private static void write(XSSFCell cell, Content content) {
    if (content.value instanceof Double number) {
      cell.setCellValue(number);
    } else if (content.value instanceof Boolean flag) {
      cell.setCellValue(flag);
    } else if (content.value instanceof XSSFRichTextString text) {
      cell.setCellValue(text);
    }
    if (content.link != null) {
      cell.setHyperlink(new XSSFHyperlink((Hyperlink) content.link));
    }
  }
}
