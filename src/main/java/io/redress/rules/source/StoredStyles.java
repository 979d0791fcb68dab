package io.redress.rules.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The styles of a workbook's cells, as far as they change what a cell says. */
final class StoredStyles {
  private static final Style GENERAL = new Style(NumberFormat.GENERAL, false);

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Boolean> struckFonts = new ArrayList<>();
  private final List<Numbers> styles = new ArrayList<>();

  /**
   * A style.
   *
   * @param struck whether it strikes text through
   */
  record Style(NumberFormat format, boolean struck) {}

  /** The styles of a workbook that has no part for them. */
  static StoredStyles none() {
    return new StoredStyles();
  }

  static StoredStyles read(Xml xml) throws XMLStreamException {
    StoredStyles read = new StoredStyles();
    if (xml.nextChild()) {
      while (xml.nextChild()) {
        read.part(xml);
      }
    }
    return read;
  }

  private void part(Xml xml) throws XMLStreamException {
    if (xml.is("numFmts")) {
      while (xml.nextChild()) {
        String code = xml.attribute("formatCode");
        formats.put(xml.number("numFmtId", 0), code == null ? "General" : code);
        xml.skip();
      }
    } else if (xml.is("fonts")) {
      while (xml.nextChild()) {
        struckFonts.add(Fonts.struck(xml));
      }
    } else if (xml.is("cellXfs")) {
      while (xml.nextChild()) {
        styles.add(new Numbers(xml.number("numFmtId", 0), xml.number("fontId", 0)));
        xml.skip();
      }
    } else {
      xml.skip();
    }
  }

  /** The style of that index; empty when the workbook does not hold it. */
  Optional<Style> style(int index) {
    if (index >= 0 && index < styles.size()) {
      return Optional.of(style(styles.get(index)));
    }
    return index == 0 ? Optional.of(GENERAL) : Optional.empty();
  }

  private Style style(Numbers numbers) {
    String code = formats.get(numbers.format);
    int font = numbers.font;
    return new Style(
        code == null ? NumberFormat.builtIn(numbers.format) : NumberFormat.of(code),
        font >= 0 && font < struckFonts.size() && struckFonts.get(font));
  }

  /** The numbers of a style's format and font. */
  private record Numbers(int format, int font) {}
}
