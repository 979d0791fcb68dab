package io.redress.rules.source.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Small parts as documents, whose elements are found by name in any namespace and prefix. */
final class Dom {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  /** Documents are compared and written by recursion; programs nest elements about 20 deep. */
  static final String MAX_DEPTH = "jdk.xml.maxElementDepth";

  static final int DEPTH = 250;

  private Dom() {}

  /**
   * @throws IllegalArgumentException when the part is not well-formed, or too deep
   */
  static Document parse(byte[] part) {
    try {
      return parsed(part);
    } catch (SAXException broken) {
      // Excel writes line breaks in the texts of controls as HTML does.
      String text = new String(part, StandardCharsets.UTF_8);
      try {
        return parsed(text.replace("<br>", "<br/>").getBytes(StandardCharsets.UTF_8));
      } catch (SAXException again) {
        throw new IllegalArgumentException(again);
      }
    }
  }

  private static Document parsed(byte[] part) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setAttribute(MAX_DEPTH, DEPTH);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new ByteArrayInputStream(part));
    } catch (ParserConfigurationException | IOException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] bytes(Document document) {
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      document.setXmlStandalone(true);
      var bytes = new ByteArrayOutputStream();
      writer.transform(new DOMSource(document), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<Element> children(Node node) {
    List<Element> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Node node, String name) {
    return children(node).stream().filter(child -> is(child, name)).toList();
  }

  static @Nullable Element child(Node node, String name) {
    return children(node, name).stream().findFirst().orElse(null);
  }

  /** Visits an element and all that is in it, from the outside; visitors may remove elements. */
  static void walk(Element element, Consumer<Element> visitor) {
    visitor.accept(element);
    if (element.getParentNode() != null) {
      children(element).forEach(child -> walk(child, visitor));
    }
  }

  static boolean is(Element element, String name) {
    return element.getLocalName().equals(name);
  }

  static void remove(Element element) {
    Node parent = element.getParentNode();
    if (parent != null) {
      parent.removeChild(element);
    }
  }

  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) {
      // The part is still read.
    }

    @Override
    public void error(SAXParseException problem) {
      // Validation is off, so that there are none.
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }
}
