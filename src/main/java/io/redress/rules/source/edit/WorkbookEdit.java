package io.redress.rules.source.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Replaces the rows of a worksheet. Rows that move or are copied keep their styles, notes and
 * links; validation lists, conditional formats and filters follow them.
 */
public final class WorkbookEdit {
  /** A fixed time for zip entries, so that equal rows give equal files. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private WorkbookEdit() {}

  /**
   * Returns the workbook with new rows in a sheet, or the same array when nothing changes.
   *
   * @param workbook a valid workbook
   * @param first number of the first row that may change; the rows above are headings
   * @param rows the new rows from the first on; rows below them are deleted
   */
  public static byte[] of(byte[] workbook, String sheetName, int first, List<EditedRow> rows) {
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet sheet = opened.getSheet(sheetName);
      RowMoves moves = RowMoves.of(first, lastRow(sheet, first), rows);
      if (moves.none() && rows.stream().allMatch(row -> row.cells().isEmpty())) {
        return workbook;
      }
      if (!moves.none()) {
        CellNotes notes = CellNotes.taken(sheet, moves);
        SheetRows.move(sheet, moves, rows);
        notes.putBack(rows);
        CellRanges.follow(sheet, moves);
      }
      CellWriter writer = new CellWriter(sheet);
      for (int i = 0; i < rows.size(); i++) {
        int number = first + i;
        rows.get(i).cells().forEach((column, cell) -> writer.write(number, column, cell));
      }
      return bytes(opened);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns the last row that is not blank; rows below may be formatted in advance. */
  private static int lastRow(XSSFSheet sheet, int first) {
    int last = first - 1;
    for (Row row : sheet) {
      for (var cell : row) {
        if (cell.getCellType() != CellType.BLANK) {
          last = Math.max(last, row.getRowNum() + 1);
        }
      }
    }
    return last;
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    var written = new ByteArrayOutputStream();
    workbook.write(written);
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(ENTRY_TIME);
        to.putNextEntry(same);
        from.transferTo(to);
      }
    }
    return bytes.toByteArray();
  }
}
