package io.redress.rules.source.edit;

import io.redress.rules.source.CellFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The styles of cells, by their numbers. A changed style is one more, and the others stay. */
final class CellStyles {
  private static final String FORMAT = "numFmtId";
  private static final String COUNT = "count";
  private static final int FIRST_OWN_FORMAT = 164;
  private static final String DAY = "yyyy-mm-dd";
  private static final String PERCENTAGE = "0.00####%";
  private static final String PLAIN =
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";

  /** A part for a workbook that has none. */
  private static final String MINIMAL =
      "<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
          + "</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
          + "<border/></borders><cellStyleXfs count=\"1\">"
          + PLAIN
          + "</cellStyleXfs><cellXfs count=\"1\">"
          + PLAIN
          + "</cellXfs></styleSheet>";

  /** What comes behind the list of styles. */
  private static final Set<String> BEHIND =
      Set.of("cellStyles", "dxfs", "tableStyles", "colors", "extLst");

  private final Element styles;
  private @Nullable Element list;
  private final Map<String, String> changed = new HashMap<>();

  /**
   * @param styles the root of the part
   */
  CellStyles(Element styles) {
    this.styles = styles;
    this.list = Dom.child(styles, "cellXfs");
  }

  /**
   * The part of a workbook without styles.
   *
   * @param namespace of its elements
   */
  static Document minimal(String namespace) {
    return Dom.parse(MINIMAL.formatted(namespace).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a style was asked for that was not there. */
  boolean anyChanged() {
    return !changed.isEmpty();
  }

  /** Whether a style displays numbers as days. */
  boolean showsDays(@Nullable String style) {
    return CellFormat.showsDays(format(formatId(style)));
  }

  /** Whether a style displays 0.05 as 5%. */
  boolean showsPercentages(@Nullable String style) {
    return CellFormat.showsPercentages(format(formatId(style)));
  }

  /** Whether a style displays a number without rounding it or adding to it. */
  boolean showsExactly(@Nullable String style, BigDecimal number) {
    return CellFormat.showsExactly(format(formatId(style)), number);
  }

  /** Returns a style that displays days. */
  String forDays(@Nullable String style) {
    return changed(style, DAY, xf -> format(xf, DAY));
  }

  /** Returns a style that displays 0.05 as 5%. */
  String forPercentages(@Nullable String style) {
    return changed(style, PERCENTAGE, xf -> format(xf, PERCENTAGE));
  }

  /** Returns a style that displays numbers as they are. */
  String forNumbers(@Nullable String style) {
    return changed(style, "number", xf -> xf.setAttribute(FORMAT, "0"));
  }

  /** Returns a style that keeps programs from reading a text as a formula. */
  String forText(@Nullable String style) {
    return changed(style, "text", xf -> xf.setAttribute("quotePrefix", "1"));
  }

  private @Nullable Element style(@Nullable String number) {
    List<Element> all = list == null ? List.of() : Dom.children(list, "xf");
    int index = number == null ? 0 : Integer.parseInt(number.trim());
    return index < all.size() ? all.get(index) : null;
  }

  private int formatId(@Nullable String number) {
    Element style = style(number);
    String id = style == null ? "" : style.getAttribute(FORMAT).trim();
    return id.isEmpty() ? 0 : Integer.parseInt(id);
  }

  private String format(int id) {
    Element formats = Dom.child(styles, "numFmts");
    if (formats != null) {
      for (Element one : Dom.children(formats, "numFmt")) {
        if (one.getAttribute(FORMAT).trim().equals(Integer.toString(id))) {
          return one.getAttribute("formatCode");
        }
      }
    }
    return CellFormat.builtIn(id);
  }

  private void format(Element xf, String code) {
    xf.setAttribute(FORMAT, Integer.toString(ownFormat(code)));
    xf.setAttribute("applyNumberFormat", "1");
  }

  private int ownFormat(String code) {
    Element formats = Dom.child(styles, "numFmts");
    if (formats == null) {
      formats = element("numFmts");
      styles.insertBefore(formats, styles.getFirstChild());
    }
    int free = FIRST_OWN_FORMAT;
    for (Element one : Dom.children(formats, "numFmt")) {
      int id = Integer.parseInt(one.getAttribute(FORMAT).trim());
      if (one.getAttribute("formatCode").equals(code)) {
        return id;
      }
      free = Math.max(free, id + 1);
    }
    Element added = element("numFmt");
    added.setAttribute(FORMAT, Integer.toString(free));
    added.setAttribute("formatCode", code);
    formats.appendChild(added);
    formats.setAttribute(COUNT, Integer.toString(Dom.children(formats, "numFmt").size()));
    return free;
  }

  private Element element(String name) {
    String prefix = styles.getPrefix() == null ? "" : styles.getPrefix() + ":";
    return styles.getOwnerDocument().createElementNS(styles.getNamespaceURI(), prefix + name);
  }

  /** Reuses an equal style, since a workbook can hold a limited number. */
  private String changed(@Nullable String number, String why, Consumer<Element> change) {
    return changed.computeIfAbsent(number + why, key -> added(number, change));
  }

  private String added(@Nullable String number, Consumer<Element> change) {
    Element styles = list();
    Element before = style(number);
    if (before == null) {
      return number == null ? "0" : number;
    }
    Element style = (Element) before.cloneNode(true);
    change.accept(style);
    List<Element> all = Dom.children(styles, "xf");
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isEqualNode(style)) {
        return Integer.toString(i);
      }
    }
    styles.appendChild(style);
    styles.setAttribute(COUNT, Integer.toString(all.size() + 1));
    return Integer.toString(all.size());
  }

  /** The list of styles, which is added with the first one to a part that has none. */
  private Element list() {
    Element existing = list;
    if (existing == null) {
      existing = element("cellXfs");
      Node behind =
          Dom.children(styles).stream()
              .filter(child -> BEHIND.contains(child.getLocalName()))
              .findFirst()
              .orElse(null);
      styles.insertBefore(existing, behind);
      list = existing;
    }
    if (Dom.children(existing, "xf").isEmpty()) {
      existing.appendChild(element("xf"));
      existing.setAttribute(COUNT, "1");
    }
    return existing;
  }
}
