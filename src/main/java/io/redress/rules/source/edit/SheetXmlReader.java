package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.edit.SheetXml.CellXml;
import io.redress.rules.source.edit.SheetXml.FormulaXml;
import io.redress.rules.source.edit.SheetXml.Row;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a worksheet's part from top to bottom. */
final class SheetXmlReader {
  private static final String SHEET_DATA = "sheetData";
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final Document frame = Dom.empty();
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder tail = new StringBuilder();
  private String prefix = "";
  private int tailEnd;

  private SheetXmlReader(byte[] part) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(Dom.MAX_DEPTH, Dom.DEPTH);
    return factory;
  }

  /**
   * Reads a sheet whose rows at the end are blank and may be a million.
   *
   * @param lastFilled the rows below are kept as they are written
   * @param dropped of these, the rows up to this one are left out
   */
  static SheetXml read(byte[] part, int lastFilled, int dropped) {
    try {
      SheetXmlReader reader = new SheetXmlReader(part);
      SheetXml sheet = reader.sheet(lastFilled, dropped);
      reader.xml.close();
      return sheet;
    } catch (XMLStreamException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  /** Returns the number of the last row with a filled cell; 0 when there is none. */
  static int lastFilled(byte[] part) {
    try {
      SheetXmlReader reader = new SheetXmlReader(part);
      int last = reader.lastFilled();
      reader.xml.close();
      return last;
    } catch (XMLStreamException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private int lastFilled() throws XMLStreamException {
    int last = 0;
    int number = 0;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> number = number(number);
          case "v", "is" -> last = hasText() ? number : last;
          case "f" -> last = number;
          default -> {}
        }
      } else if (ends(SHEET_DATA)) {
        break;
      }
    }
    return last;
  }

  private boolean hasText() throws XMLStreamException {
    boolean any = false;
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            any |= !xml.getText().isBlank();
        default -> {}
      }
    }
    return any;
  }

  private boolean ends(String name) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  private SheetXml sheet(int lastFilled, int dropped) throws XMLStreamException {
    Node parent = frame;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          parent = parent.appendChild(element());
          if (xml.getLocalName().equals(SHEET_DATA)) {
            prefix = xml.getPrefix().isEmpty() ? "" : xml.getPrefix() + ":";
            parent.appendChild(frame.createComment(SheetXmlWriter.ROWS));
            readRows(lastFilled, dropped);
            parent = parent.getParentNode();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> parent = parent.getParentNode();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            parent.appendChild(frame.createTextNode(xml.getText()));
        default -> {}
      }
    }
    return new SheetXml(frame, prefix, rows, tail.toString(), tailEnd);
  }

  private Element element() {
    Element element = frame.createElementNS(xml.getNamespaceURI(), name());
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      String declared = xml.getNamespacePrefix(i);
      element.setAttributeNS(
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
          declared == null || declared.isEmpty() ? "xmlns" : "xmlns:" + declared,
          xml.getNamespaceURI(i) == null ? "" : xml.getNamespaceURI(i));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      element.setAttributeNS(
          namespace == null || namespace.isEmpty() ? null : namespace,
          attributeName(i),
          xml.getAttributeValue(i));
    }
    return element;
  }

  private void readRows(int lastFilled, int dropped) throws XMLStreamException {
    int number = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        number = number(number);
        if (number <= lastFilled) {
          rows.add(row(number));
        } else {
          Row blank = row(number);
          if (number > dropped) {
            new SheetXmlWriter(prefix).row(blank, tail);
            tailEnd = number;
          }
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        hasText();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
    }
  }

  /** Rows without a number follow the row before them. */
  private int number(int before) {
    String written = xml.getAttributeValue(null, "r");
    return written == null ? before + 1 : Integer.parseInt(written.trim());
  }

  private Row row(int number) throws XMLStreamException {
    String style = xml.getAttributeValue(null, "s");
    String attributes = attributes("r", "spans");
    List<CellXml> cells = new ArrayList<>();
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String address = xml.getAttributeValue(null, "r");
        column = address == null ? column + 1 : Cell.column(address.trim());
        cells.add(cell(column));
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        hasText();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return new Row(number, attributes, style, cells);
      }
    }
  }

  private CellXml cell(int column) throws XMLStreamException {
    String style = xml.getAttributeValue(null, "s");
    String type = xml.getAttributeValue(null, "t");
    String more = attributes("r", "s", "t");
    FormulaXml formula = null;
    StringBuilder content = new StringBuilder();
    boolean hasText = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("f")) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
          attributes.put(attributeName(i), xml.getAttributeValue(i));
        }
        formula = new FormulaXml(attributes, xml.getElementText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        boolean holds = xml.getLocalName().equals("v") || xml.getLocalName().equals("is");
        hasText |= copy(content) && holds;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return new CellXml(column, style, type, more, formula, content.toString(), hasText);
      }
    }
  }

  /** Copies an element with all that is in it, as written; returns whether it holds text. */
  private boolean copy(StringBuilder to) throws XMLStreamException {
    boolean any = false;
    boolean empty = false;
    int depth = 0;
    do {
      int event = xml.getEventType();
      if (empty && event != XMLStreamConstants.END_ELEMENT) {
        to.append('>');
        empty = false;
      }
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          to.append('<').append(name());
          for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String declared = xml.getNamespacePrefix(i);
            String attribute =
                declared == null || declared.isEmpty() ? "xmlns" : "xmlns:" + declared;
            SheetXmlWriter.attribute(attribute, xml.getNamespaceURI(i), to);
          }
          to.append(attributes());
          empty = true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          to.append(empty ? "/>" : "</" + name() + ">");
          empty = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          any |= !xml.getText().isBlank();
          SheetXmlWriter.text(xml.getText(), to);
        }
        default -> {}
      }
      if (depth > 0) {
        xml.next();
      }
    } while (depth > 0);
    return any;
  }

  private String name() {
    String prefix = xml.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? xml.getLocalName()
        : prefix + ":" + xml.getLocalName();
  }

  private String attributeName(int index) {
    String prefix = xml.getAttributePrefix(index);
    return prefix == null || prefix.isEmpty()
        ? xml.getAttributeLocalName(index)
        : prefix + ":" + xml.getAttributeLocalName(index);
  }

  private String attributes(String... without) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = attributeName(i);
      if (!List.of(without).contains(name)) {
        SheetXmlWriter.attribute(name, xml.getAttributeValue(i), text);
      }
    }
    return text.toString();
  }
}
