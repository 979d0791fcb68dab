package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;

/** The notes of rows that move, removed from the sheet until the rows are in place. */
final class CellNotes {
  private final XSSFSheet sheet;
  private final RowMoves moves;
  private final List<Note> notes = new ArrayList<>();

  private record Note(
      int row,
      int column,
      String author,
      XSSFRichTextString text,
      boolean visible,
      XSSFClientAnchor anchor) {}

  private CellNotes(XSSFSheet sheet, RowMoves moves) {
    this.sheet = sheet;
    this.moves = moves;
  }

  static CellNotes taken(XSSFSheet sheet, RowMoves moves) {
    CellNotes notes = new CellNotes(sheet, moves);
    Map<CellAddress, XSSFComment> comments = new TreeMap<>(sheet.getCellComments());
    comments.forEach(
        (address, comment) -> {
          int number = address.getRow() + 1;
          if (number >= moves.first() && number <= moves.last()) {
            notes.take(number, address.getColumn(), comment);
          }
        });
    return notes;
  }

  private void take(int number, int column, XSSFComment comment) {
    notes.add(
        new Note(
            number,
            column,
            comment.getAuthor(),
            new XSSFRichTextString((CTRst) comment.getString().getCTRst().copy()),
            comment.isVisible(),
            (XSSFClientAnchor) comment.getClientAnchor()));
    CellUtil.getCell(CellUtil.getRow(number - 1, sheet), column).removeCellComment();
  }

  void putBack(List<EditedRow> rows) {
    for (Note note : notes) {
      moves
          .newRows(note.row)
          .filter(number -> rows.get(number - moves.first()).from() != EditedRow.NEW)
          .forEach(number -> put(note, number));
    }
  }

  private void put(Note note, int number) {
    XSSFClientAnchor was = note.anchor;
    int by = number - note.row;
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(
            was.getDx1(),
            was.getDy1(),
            was.getDx2(),
            was.getDy2(),
            was.getCol1(),
            Math.max(0, was.getRow1() + by),
            was.getCol2(),
            Math.max(1, was.getRow2() + by));
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAddress(number - 1, note.column);
    comment.setAuthor(note.author);
    comment.setString(note.text);
    comment.setVisible(note.visible);
  }
}
