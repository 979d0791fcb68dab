package io.redress.rules.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads the cells of a workbook without any code of the product: Java's zip file and a tree of each
 * part. Formulas are left out, but for the two truth values.
 */
final class IndependentReader {
  private static final Pattern NO_SIGNS =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]|General");

  private final ZipFile zip;
  private final List<String> texts = new ArrayList<>();
  private final List<String> formats = new ArrayList<>();
  private boolean from1904;

  private IndependentReader(ZipFile zip) {
    this.zip = zip;
  }

  /** The cells that are not blank, by address, by sheet. */
  static Map<String, Map<String, Object>> read(byte[] workbook) throws Exception {
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(new File(file.toString()))) {
        return new IndependentReader(zip).sheets();
      }
    } finally {
      Files.delete(file);
    }
  }

  private Map<String, Map<String, Object>> sheets() throws Exception {
    Map<String, String> parts = new HashMap<>();
    for (Element one : all(document("xl/_rels/workbook.xml.rels"), "Relationship")) {
      String target = one.getAttribute("Target");
      parts.put(
          one.getAttribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
    if (zip.getEntry("xl/sharedStrings.xml") != null) {
      for (Element one : all(document("xl/sharedStrings.xml"), "si")) {
        texts.add(textOf(one));
      }
    }
    if (zip.getEntry("xl/styles.xml") == null) {
      formats.add("General");
    } else {
      readFormats();
    }
    Document workbook = document("xl/workbook.xml");
    for (Element one : all(workbook, "workbookPr")) {
      from1904 = List.of("1", "true").contains(one.getAttribute("date1904").trim());
    }
    Map<String, Map<String, Object>> sheets = new LinkedHashMap<>();
    for (Element one : all(workbook, "sheet")) {
      String id = "";
      for (int i = 0; i < one.getAttributes().getLength(); i++) {
        Node attribute = one.getAttributes().item(i);
        id = attribute.getNodeName().endsWith(":id") ? attribute.getNodeValue() : id;
      }
      sheets.put(one.getAttribute("name"), cells(document(parts.get(id))));
    }
    return sheets;
  }

  private void readFormats() throws Exception {
    Document styles = document("xl/styles.xml");
    Map<String, String> codes = new HashMap<>();
    for (Element one : all(styles, "numFmt")) {
      codes.put(one.getAttribute("numFmtId"), one.getAttribute("formatCode"));
    }
    for (Element block : all(styles, "cellXfs")) {
      for (Element one : all(block, "xf")) {
        String id = one.getAttribute("numFmtId");
        formats.add(codes.getOrDefault(id, builtIn(id.isEmpty() ? 0 : Integer.parseInt(id))));
      }
    }
  }

  private static String builtIn(int id) {
    if (id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id >= 45 && id <= 47
        || id >= 50 && id <= 58) {
      return "yyyy-mm-dd";
    }
    return id == 9 || id == 10 ? "0%" : "0";
  }

  private Map<String, Object> cells(Document sheet) {
    Map<String, Object> cells = new TreeMap<>();
    int row = 0;
    for (Element one : all(sheet, "row")) {
      String number = one.getAttribute("r").trim();
      row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
      int column = -1;
      for (Element cell : all(one, "c")) {
        String address = cell.getAttribute("r").trim();
        column = address.isEmpty() ? column + 1 : column(address);
        Object value = value(cell);
        if (value != null && !value.equals("")) {
          cells.put(letters(column) + row, value);
        }
      }
    }
    return cells;
  }

  private static int column(String address) {
    int column = 0;
    for (char letter : address.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      if (letter >= 'A' && letter <= 'Z') {
        column = column * 26 + letter - 'A' + 1;
      }
    }
    return column - 1;
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  private @Nullable Object value(Element cell) {
    List<Element> formulas = all(cell, "f");
    if (!formulas.isEmpty()) {
      return formulas.get(0).getTextContent().startsWith("TRUE");
    }
    String value = all(cell, "v").stream().map(Node::getTextContent).findFirst().orElse("");
    String trimmed = value.trim();
    switch (cell.getAttribute("t").trim()) {
      case "inlineStr" -> {
        List<Element> own = all(cell, "is");
        return own.isEmpty() ? value.trim() : textOf(own.get(0));
      }
      case "s" -> {
        return trimmed.isEmpty() ? null : texts.get(Integer.parseInt(trimmed));
      }
      case "str" -> {
        return unescaped(value).trim();
      }
      case "b" -> {
        return trimmed.isEmpty() ? null : (Object) List.of("1", "true").contains(trimmed);
      }
      case "d" -> {
        return LocalDate.parse(trimmed.substring(0, 10));
      }
      default -> {
        return trimmed.isEmpty() ? null : number(cell, new BigDecimal(trimmed));
      }
    }
  }

  private Object number(Element cell, BigDecimal number) {
    String style = cell.getAttribute("s").trim();
    String format = formats.get(style.isEmpty() ? 0 : Integer.parseInt(style));
    String signs = NO_SIGNS.matcher(format.split(";", -1)[0]).replaceAll("");
    if (Pattern.compile("[yd]").matcher(signs).find()) {
      LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      return first.plusDays(number.longValueExact());
    }
    BigDecimal shown = signs.contains("%") ? number.movePointRight(2) : number;
    return shown.round(new MathContext(15)).stripTrailingZeros();
  }

  private static String textOf(Element parent) {
    StringBuilder text = new StringBuilder();
    for (Element one : all(parent, "t")) {
      if (!one.getParentNode().getLocalName().equals("rPh")) {
        text.append(one.getTextContent());
      }
    }
    return unescaped(text.toString()).trim();
  }

  private static String unescaped(String text) {
    return Pattern.compile("_x([0-9A-Fa-f]{4})_")
        .matcher(text)
        .replaceAll(
            hex ->
                java.util.regex.Matcher.quoteReplacement(
                    "" + (char) Integer.parseInt(hex.group(1), 16)));
  }

  private Document document(String part)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
      return factory.newDocumentBuilder().parse(in);
    }
  }

  private static List<Element> all(Node parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        if (element.getLocalName().equals(name)) {
          found.add(element);
        } else {
          found.addAll(all(element, name));
        }
      }
    }
    return found;
  }
}
