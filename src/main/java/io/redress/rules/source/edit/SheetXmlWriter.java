package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.edit.SheetXml.CellXml;
import io.redress.rules.source.edit.SheetXml.FormulaXml;
import io.redress.rules.source.edit.SheetXml.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Writes a worksheet's part.
 *
 * @param prefix of SpreadsheetML's elements, with a colon, or nothing
 */
record SheetXmlWriter(String prefix) {
  /** Text of the comment that is in the place of the rows. */
  static final String ROWS = "redress:rows";

  /**
   * @param tail rows after these, as they are written
   */
  byte[] bytes(Document frame, List<Row> rows, String tail) {
    String around = new String(Dom.bytes(frame), StandardCharsets.UTF_8);
    String mark = "<!--" + ROWS + "-->";
    int at = around.indexOf(mark);
    var bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      writer.write(around, 0, at < 0 ? around.length() : at);
      if (at >= 0) {
        StringBuilder one = new StringBuilder();
        for (Row row : rows) {
          one.setLength(0);
          row(row, one);
          writer.append(one);
        }
        writer.append(tail);
        writer.write(around, at + mark.length(), around.length() - at - mark.length());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  void row(Row row, StringBuilder to) {
    to.append('<').append(prefix).append("row r=\"").append(row.number).append('"');
    to.append(row.attributes);
    if (row.cells.isEmpty()) {
      to.append("/>");
      return;
    }
    to.append('>');
    row.cells.forEach(cell -> cell(cell, row.number, to));
    to.append("</").append(prefix).append("row>");
  }

  private void cell(CellXml cell, int number, StringBuilder to) {
    to.append('<').append(prefix).append("c r=\"");
    to.append(Cell.address(cell.column(), number)).append('"');
    if (cell.style() != null) {
      attribute("s", cell.style(), to);
    }
    if (cell.type() != null) {
      attribute("t", cell.type(), to);
    }
    to.append(cell.more());
    if (cell.formula() == null && cell.content().isEmpty()) {
      to.append("/>");
      return;
    }
    to.append('>');
    FormulaXml formula = cell.formula();
    if (formula != null) {
      to.append('<').append(prefix).append('f');
      formula.attributes().forEach((name, value) -> attribute(name, value, to));
      to.append('>');
      text(formula.text(), to);
      to.append("</").append(prefix).append("f>");
    }
    to.append(cell.content()).append("</").append(prefix).append("c>");
  }

  /** Writes an attribute with a blank before it. */
  static void attribute(String name, @Nullable String value, StringBuilder to) {
    to.append(' ').append(name).append("=\"");
    escape(value == null ? "" : value, true, to);
    to.append('"');
  }

  /** Escapes the text of an element. */
  static void text(String text, StringBuilder to) {
    escape(text, false, to);
  }

  private static void escape(String text, boolean attribute, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      switch (one) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '\r' -> to.append("&#13;");
        case '"' -> to.append(attribute ? "&quot;" : "\"");
        case '\n' -> to.append(attribute ? "&#10;" : "\n");
        case '\t' -> to.append(attribute ? "&#9;" : "\t");
        default -> to.append(one);
      }
    }
  }
}
