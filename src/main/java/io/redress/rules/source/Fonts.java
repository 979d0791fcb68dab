package io.redress.rules.source;

import javax.xml.stream.XMLStreamException;

/** Fonts of cells and of parts of texts. */
final class Fonts {
  private Fonts() {}

  /** Leaves the font that has just begun; returns whether it strikes text through. */
  static boolean struck(Xml xml) throws XMLStreamException {
    boolean struck = false;
    while (xml.nextChild()) {
      struck |= xml.is("strike") && xml.flag("val", true);
      xml.skip();
    }
    return struck;
  }
}
