package io.redress.rules.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a workbook's part, read from top to bottom.
 *
 * <p>Values of attributes and cells have the types of XML Schema: blanks around them do not count,
 * and a boolean is {@code true}, {@code false}, {@code 1} or {@code 0}.
 */
final class Xml implements AutoCloseable {
  /** SpreadsheetML in its transitional form, which programs write, and in its strict form. */
  private static final Set<String> SPREADSHEET =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main");

  private static final Set<String> RELATIONSHIPS =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");

  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream part;
  private final XMLStreamReader reader;

  private Xml(InputStream part) throws XMLStreamException {
    this.part = part;
    synchronized (FACTORY) {
      this.reader = FACTORY.createXMLStreamReader(new KeptOpen(part));
    }
  }

  /** The parser closes its stream before the checksum at the end was read. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream part) {
      super(part);
    }

    @Override
    public void close() {
      // The part is closed with this.
    }
  }

  /** Reports a part that declares a document type. */
  static final class DoctypeException extends XMLStreamException {
    private static final long serialVersionUID = 1;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static Xml of(InputStream part) throws XMLStreamException {
    return new Xml(part);
  }

  /** Moves to the next element that begins inside the current one; false at the end of this. */
  boolean nextChild() throws XMLStreamException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /** Leaves the element that has just begun, with all that is in it. */
  void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Leaves the element that has just begun, and returns its text. */
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        default -> {}
      }
    }
    return text.toString();
  }

  private int next() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw new DoctypeException();
    }
    return event;
  }

  /** Whether the element that has just begun is SpreadsheetML's of this name. */
  boolean is(String name) {
    return reader.getLocalName().equals(name)
        && SPREADSHEET.contains(String.valueOf(reader.getNamespaceURI()));
  }

  /** Whether it is a relationship of the package. */
  boolean isRelationship() {
    return reader.getLocalName().equals("Relationship") && PACKAGE.equals(reader.getNamespaceURI());
  }

  String name() {
    return reader.getLocalName();
  }

  /** The value of an attribute without a prefix, without blanks around it. */
  @Nullable String attribute(String name) {
    String value = written(name);
    return value == null ? null : value.trim();
  }

  /** The value of an attribute without a prefix; empty when there is none. */
  String attributeAsWritten(String name) {
    String value = written(name);
    return value == null ? "" : StoredText.decoded(value);
  }

  private @Nullable String written(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)
          && unprefixed(reader.getAttributeNamespace(i))) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private static boolean unprefixed(@Nullable String namespace) {
    return namespace == null || namespace.isEmpty() || SPREADSHEET.contains(namespace);
  }

  /** The id of the part that the element refers to. */
  Optional<String> relationship() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("id")
          && RELATIONSHIPS.contains(String.valueOf(reader.getAttributeNamespace(i)))) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** Whether the blanks at both ends of the element's text belong to it. */
  boolean preservesBlanks() {
    return "preserve"
        .equals(reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "space"));
  }

  boolean flag(String name) {
    return flag(name, false);
  }

  boolean flag(String name, boolean otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value.equals("1") || value.equals("true");
  }

  /**
   * The number in an attribute.
   *
   * @throws XMLStreamException when it is none
   */
  int number(String name, int otherwise) throws XMLStreamException {
    String value = attribute(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException none) {
      throw new XMLStreamException("no number: " + value, none);
    }
  }

  /** The decimal number in an attribute; that of another writer's making counts as absent. */
  double decimal(String name, double otherwise) {
    String value = attribute(name);
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }

  /** Reads the part to its end, where its checksum is verified. */
  void end() throws XMLStreamException, IOException {
    while (reader.hasNext()) {
      next();
    }
    part.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
