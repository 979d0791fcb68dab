package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A worksheet's part: a document without the cells, and the rows of cells beside it. Cells keep
 * what is written in them, in whatever form a program wrote it.
 */
final class SheetXml {
  private static final String ROWS = "redress:rows";
  private static final String SHEET_DATA = "sheetData";
  private static final XMLInputFactory FACTORY = factory();

  private final Document frame = Dom.empty();
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder tail = new StringBuilder();
  private String prefix = "";
  private int tailEnd;

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

  private SheetXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(Dom.MAX_DEPTH, Dom.DEPTH);
    return factory;
  }

  /** Reads all rows. */
  static SheetXml read(byte[] part) {
    return read(part, Integer.MAX_VALUE, 0);
  }

  /**
   * Reads a sheet whose rows at the end are blank and may be a million.
   *
   * @param lastFilled the rows below are kept as they are written
   * @param dropped of these, the rows up to this one are left out
   */
  static SheetXml read(byte[] part, int lastFilled, int dropped) {
    SheetXml sheet = new SheetXml();
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
      sheet.readFrame(reader, lastFilled, dropped);
      reader.close();
    } catch (XMLStreamException broken) {
      throw new IllegalArgumentException(broken);
    }
    return sheet;
  }

  /** Returns the number of the last row with a filled cell; 0 when there is none. */
  static int lastFilled(byte[] part) {
    int last = 0;
    int number = 0;
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "row" -> number = number(reader, number);
            case "v", "is" -> last = hasText(reader) ? number : last;
            case "f" -> last = number;
            default -> {}
          }
        } else if (isEnd(reader, SHEET_DATA)) {
          break;
        }
      }
      reader.close();
    } catch (XMLStreamException broken) {
      throw new IllegalArgumentException(broken);
    }
    return last;
  }

  private static boolean hasText(XMLStreamReader reader) throws XMLStreamException {
    boolean any = false;
    for (int depth = 1; depth > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            any |= !reader.getText().isBlank();
        default -> {}
      }
    }
    return any;
  }

  private static boolean isEnd(XMLStreamReader reader, String name) {
    return reader.getEventType() == XMLStreamConstants.END_ELEMENT
        && reader.getLocalName().equals(name);
  }

  private void readFrame(XMLStreamReader reader, int lastFilled, int dropped)
      throws XMLStreamException {
    Node parent = frame;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          parent = parent.appendChild(element(reader));
          if (reader.getLocalName().equals(SHEET_DATA)) {
            prefix = reader.getPrefix().isEmpty() ? "" : reader.getPrefix() + ":";
            parent.appendChild(frame.createComment(ROWS));
            readRows(reader, lastFilled, dropped);
            parent = parent.getParentNode();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> parent = parent.getParentNode();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            parent.appendChild(frame.createTextNode(reader.getText()));
        default -> {}
      }
    }
  }

  private Element element(XMLStreamReader reader) {
    Element element = frame.createElementNS(reader.getNamespaceURI(), name(reader));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String declared = reader.getNamespacePrefix(i);
      element.setAttributeNS(
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
          declared == null || declared.isEmpty() ? "xmlns" : "xmlns:" + declared,
          reader.getNamespaceURI(i) == null ? "" : reader.getNamespaceURI(i));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      element.setAttributeNS(
          namespace == null || namespace.isEmpty() ? null : namespace,
          attributeName(reader, i),
          reader.getAttributeValue(i));
    }
    return element;
  }

  private void readRows(XMLStreamReader reader, int lastFilled, int dropped)
      throws XMLStreamException {
    int number = 0;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
        number = number(reader, number);
        if (number <= lastFilled) {
          rows.add(row(reader, number));
        } else {
          Row blank = row(reader, number);
          if (number > dropped) {
            write(blank, tail);
            tailEnd = number;
          }
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        hasText(reader);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
    }
  }

  /** Rows without a number follow the row before them. */
  private static int number(XMLStreamReader reader, int before) {
    String written = reader.getAttributeValue(null, "r");
    return written == null ? before + 1 : Integer.parseInt(written.trim());
  }

  private static Row row(XMLStreamReader reader, int number) throws XMLStreamException {
    String style = reader.getAttributeValue(null, "s");
    String attributes = attributes(reader, "r", "spans");
    List<CellXml> cells = new ArrayList<>();
    int column = -1;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
        String address = reader.getAttributeValue(null, "r");
        column = address == null ? column + 1 : column(address.trim());
        cells.add(cell(reader, column));
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        hasText(reader);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return new Row(number, attributes, style, cells);
      }
    }
  }

  private static CellXml cell(XMLStreamReader reader, int column) throws XMLStreamException {
    String style = reader.getAttributeValue(null, "s");
    String type = reader.getAttributeValue(null, "t");
    String more = attributes(reader, "r", "s", "t");
    FormulaXml formula = null;
    StringBuilder content = new StringBuilder();
    boolean hasText = false;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("f")) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          attributes.put(attributeName(reader, i), reader.getAttributeValue(i));
        }
        formula = new FormulaXml(attributes, reader.getElementText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        boolean holds = reader.getLocalName().equals("v") || reader.getLocalName().equals("is");
        hasText |= copy(reader, content) && holds;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return new CellXml(column, style, type, more, formula, content.toString(), hasText);
      }
    }
  }

  /** Copies an element with all that is in it, as written; returns whether it holds text. */
  private static boolean copy(XMLStreamReader reader, StringBuilder to) throws XMLStreamException {
    boolean any = false;
    boolean empty = false;
    int depth = 0;
    do {
      int event = reader.getEventType();
      if (empty && event != XMLStreamConstants.END_ELEMENT) {
        to.append('>');
        empty = false;
      }
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          to.append('<').append(name(reader));
          for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String declared = reader.getNamespacePrefix(i);
            String attribute =
                declared == null || declared.isEmpty() ? "xmlns" : "xmlns:" + declared;
            attribute(attribute, reader.getNamespaceURI(i), to);
          }
          to.append(attributes(reader));
          empty = true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          to.append(empty ? "/>" : "</" + name(reader) + ">");
          empty = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          any |= !reader.getText().isBlank();
          escape(reader.getText(), false, to);
        }
        default -> {}
      }
      if (depth > 0) {
        reader.next();
      }
    } while (depth > 0);
    return any;
  }

  private static String name(XMLStreamReader reader) {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? reader.getLocalName()
        : prefix + ":" + reader.getLocalName();
  }

  private static String attributeName(XMLStreamReader reader, int index) {
    String prefix = reader.getAttributePrefix(index);
    return prefix == null || prefix.isEmpty()
        ? reader.getAttributeLocalName(index)
        : prefix + ":" + reader.getAttributeLocalName(index);
  }

  private static String attributes(XMLStreamReader reader, String... without) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = attributeName(reader, i);
      if (!List.of(without).contains(name)) {
        attribute(name, reader.getAttributeValue(i), text);
      }
    }
    return text.toString();
  }

  private static void attribute(String name, @Nullable String value, StringBuilder to) {
    to.append(' ').append(name).append("=\"");
    escape(value == null ? "" : value, true, to);
    to.append('"');
  }

  /** Escapes the text of an element. */
  static void escape(String text, StringBuilder to) {
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

  /** The sheet without its cells. */
  Element frame() {
    return frame.getDocumentElement();
  }

  /** The rows that are written, by number; the list can be changed. */
  List<Row> rows() {
    return rows;
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
          write(row, one);
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

  private void write(Row row, StringBuilder to) {
    to.append('<').append(prefix).append("row r=\"").append(row.number).append('"');
    to.append(row.attributes);
    if (row.cells.isEmpty()) {
      to.append("/>");
      return;
    }
    to.append('>');
    row.cells.forEach(cell -> write(cell, row.number, to));
    to.append("</").append(prefix).append("row>");
  }

  private void write(CellXml cell, int number, StringBuilder to) {
    to.append('<').append(prefix).append("c r=\"");
    to.append(Cell.address(cell.column, number)).append('"');
    if (cell.style != null) {
      attribute("s", cell.style, to);
    }
    if (cell.type != null) {
      attribute("t", cell.type, to);
    }
    to.append(cell.more);
    if (cell.formula == null && cell.content.isEmpty()) {
      to.append("/>");
      return;
    }
    to.append('>');
    FormulaXml formula = cell.formula;
    if (formula != null) {
      to.append('<').append(prefix).append('f');
      formula.attributes.forEach((name, value) -> attribute(name, value, to));
      to.append('>');
      escape(formula.text, to);
      to.append("</").append(prefix).append("f>");
    }
    to.append(cell.content).append("</").append(prefix).append("c>");
  }

  /** The column of an address or of letters, from 0. */
  static int column(String address) {
    int column = 0;
    for (char one : address.toUpperCase(Locale.ROOT).toCharArray()) {
      if (one >= 'A' && one <= 'Z') {
        column = column * 26 + one - 'A' + 1;
      }
    }
    return column - 1;
  }

  static String letters(int column) {
    return Cell.letters(column);
  }
}
