package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A worksheet's part: a document without the cells, and the rows of cells beside it. Cells keep
 * what is written in them, in whatever form a program wrote it.
 */
final class SheetXml {
  private final Document frame;
  private final String prefix;
  private final List<Row> rows;
  private final String tail;
  private final int tailEnd;

  /** A row, whose cells can be replaced. */
  static final class Row {
    final int number;
    final String attributes;
    final @Nullable String style;
    final List<CellXml> cells;

    /**
     * @param attributes as written, without number and spans
     */
    Row(int number, String attributes, @Nullable String style, List<CellXml> cells) {
      this.number = number;
      this.attributes = attributes;
      this.style = style;
      this.cells = cells;
    }

    Row at(int other) {
      return new Row(other, attributes, style, new ArrayList<>(cells));
    }

    boolean isBlank() {
      return cells.stream().allMatch(CellXml::isBlank);
    }
  }

  /**
   * A cell.
   *
   * @param column from 0
   * @param more other attributes, as written
   * @param content all that is in it, without the formula, as written
   */
  record CellXml(
      int column,
      @Nullable String style,
      @Nullable String type,
      String more,
      @Nullable FormulaXml formula,
      String content,
      boolean hasText) {
    /** A cell without content. */
    static CellXml blank(int column, @Nullable String style) {
      return new CellXml(column, style, null, "", null, "", false);
    }

    boolean isBlank() {
      return formula == null && !hasText;
    }

    CellXml with(@Nullable FormulaXml other) {
      return new CellXml(column, style, type, more, other, content, hasText);
    }
  }

  /** A formula with its attributes, by their names as written. */
  record FormulaXml(Map<String, String> attributes, String text) {
    FormulaXml with(String other) {
      return new FormulaXml(attributes, other);
    }

    String kind() {
      return attributes.getOrDefault("t", "normal");
    }
  }

  /**
   * @param frame without the cells; a comment {@link SheetXmlWriter#ROWS} is where they go
   * @param prefix of SpreadsheetML's elements, with a colon, or nothing
   * @param tail blank rows at the end, as they are written
   * @param tailEnd the number of the last of these; 0 for none
   */
  SheetXml(Document frame, String prefix, List<Row> rows, String tail, int tailEnd) {
    this.frame = frame;
    this.prefix = prefix;
    this.rows = new ArrayList<>(rows);
    this.tail = tail;
    this.tailEnd = tailEnd;
  }

  /** Reads all rows. */
  static SheetXml read(byte[] part) {
    return SheetXmlReader.read(part, Integer.MAX_VALUE, 0);
  }

  /** The sheet without its cells. */
  Element frame() {
    return frame.getDocumentElement();
  }

  /** The rows that are written, by number; the list can be changed. */
  List<Row> rows() {
    return rows;
  }

  /** The row of a number, added if it is not there. */
  Row row(int number) {
    int at = rows.size();
    while (at > 0 && rows.get(at - 1).number >= number) {
      at--;
    }
    if (at < rows.size() && rows.get(at).number == number) {
      return rows.get(at);
    }
    Row row = new Row(number, "", null, new ArrayList<>());
    rows.add(at, row);
    return row;
  }

  /** The prefix of SpreadsheetML's elements with a colon, or nothing. */
  String prefix() {
    return prefix;
  }

  /** The number of the last row that is written. */
  int end() {
    return Math.max(tailEnd, rows.isEmpty() ? 1 : rows.get(rows.size() - 1).number);
  }

  byte[] bytes() {
    return new SheetXmlWriter(prefix).bytes(frame, rows, tail);
  }
}
