package io.redress.rules.source;

import io.redress.rules.source.ZipForms.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workbook written as XML, without a library in between, as far from what libraries write as
 * programs in the wild are. {@link WorkbookParts} takes it apart again.
 */
public final class RawWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_OFFICE =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final List<String> names = new ArrayList<>();
  private final List<String> sheets = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> formats = new ArrayList<>(List.of("0"));
  private final StringBuilder codes = new StringBuilder();
  private final Map<String, String> others = new LinkedHashMap<>();
  private final Map<String, StringBuilder> related = new LinkedHashMap<>();
  private final StringBuilder moreTypes = new StringBuilder();
  private String fonts = "<font/>";
  private String properties = "";
  private String prefix = "";
  private boolean strict;
  private int customFormats;

  /** A sheet with a table and these rows from row 4 on, as XML. */
  static RawWorkbook table(String columns, String rows) {
    StringBuilder names = new StringBuilder();
    int column = 0;
    for (String name : columns.split("\\|", -1)) {
      names.append(text(Cell.address(column++, 3), name));
    }
    String title = text("B1", "wild") + text("C1", "Hit policy") + text("D1", "FIRST");
    return new RawWorkbook().data(title, row(3, names.toString()) + rows, "");
  }

  /** Adds a data sheet with these rows. */
  RawWorkbook data(String rows) {
    return data("", rows, "");
  }

  /**
   * Adds a data sheet.
   *
   * @param title cells of row 1 behind the marker
   * @param rows below row 1
   * @param behind elements behind the rows
   */
  RawWorkbook data(String title, String rows, String behind) {
    return rows("Table", row(1, text("A1", "Table") + title) + rows, behind);
  }

  static String row(int number, String... cells) {
    return "<row r='" + number + "'>" + String.join("", cells) + "</row>";
  }

  /** A cell with a number. */
  static String number(String address, int style, String value) {
    return "<c r='" + address + "' s='" + style + "'><v>" + value + "</v></c>";
  }

  /** A cell with its own text. */
  static String text(String address, String text) {
    return "<c r='" + address + "' t='inlineStr'><is><t>" + escaped(text) + "</t></is></c>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /**
   * A sheet.
   *
   * @param content of the worksheet element, with quotes of either kind
   */
  RawWorkbook sheet(String name, String content) {
    names.add(name);
    sheets.add(content);
    return this;
  }

  /**
   * A sheet.
   *
   * @param behind elements behind the rows
   */
  public RawWorkbook rows(String name, String rows, String behind) {
    return sheet(name, "<sheetData>" + rows + "</sheetData>" + behind);
  }

  /**
   * Adds a part that the last sheet refers to, in {@code xl}.
   *
   * @param type the last word of the relationship's type
   * @param content the last words of the part's type
   */
  public RawWorkbook related(String type, String name, String content, String xml) {
    others.put("xl/" + name, xml);
    moreTypes.append(type("/xl/" + name, content));
    related
        .computeIfAbsent(
            "xl/worksheets/_rels/sheet" + sheets.size() + ".xml.rels", key -> new StringBuilder())
        .append(reference("r" + others.size(), type, "../" + name));
    return this;
  }

  /** Adds a shared text, the content of an {@code si} element; returns its index. */
  int shared(String content) {
    texts.add(content);
    return texts.size() - 1;
  }

  /** Adds a style with a format of a number; returns its index. */
  public int style(int format) {
    return styled("numFmtId='" + format + "'");
  }

  /** Adds a style with a format of its own; returns its index. */
  public int style(String format) {
    int id = 164 + customFormats++;
    codes
        .append("<numFmt numFmtId='")
        .append(id)
        .append("' formatCode='")
        .append(escaped(format).replace("'", "&apos;"))
        .append("'/>");
    return style(id);
  }

  /** Adds a style with a font; returns its index. */
  int font(String font) {
    int id = fonts.split("<font[ />]", -1).length - 1;
    fonts += font;
    return styled("numFmtId='0' fontId='" + id + "'");
  }

  private int styled(String attributes) {
    formats.add(attributes);
    return formats.size() - 1;
  }

  RawWorkbook countedFrom1904() {
    properties = "<workbookPr date1904=' true '/>";
    return this;
  }

  RawWorkbook strict() {
    strict = true;
    return this;
  }

  /** Elements of SpreadsheetML with a prefix, as libraries of .NET write them. */
  RawWorkbook prefixed() {
    prefix = "x";
    return this;
  }

  RawWorkbook with(String part, String content) {
    others.put(part, content);
    return this;
  }

  public byte[] bytes() {
    return bytes(Form.DESCRIPTOR);
  }

  byte[] bytes(Form form) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder();
    StringBuilder listed = new StringBuilder();
    StringBuilder references = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      String name = "worksheets/sheet" + i + ".xml";
      types.append(type("/xl/" + name, "worksheet+xml"));
      references.append(reference("rId" + i, "worksheet", name));
      listed
          .append("<sheet name='")
          .append(escaped(names.get(i - 1)))
          .append("' sheetId='" + i + "' r:id='rId" + i + "'/>");
      put(parts, "xl/" + name, document("worksheet", sheets.get(i - 1)));
    }
    references.append(reference("rId101", "styles", "/xl/styles.xml"));
    references.append(reference("rId102", "sharedStrings", "sharedStrings.xml"));
    types.append(type("/xl/workbook.xml", "sheet.main+xml"));
    types.append(type("/xl/styles.xml", "styles+xml"));
    types.append(type("/xl/sharedStrings.xml", "sharedStrings+xml"));
    put(
        parts,
        "xl/workbook.xml",
        document("workbook", properties + "<sheets>" + listed + "</sheets>"));
    put(parts, "xl/_rels/workbook.xml.rels", relationships(references.toString()));
    put(parts, "xl/styles.xml", document("styleSheet", styles()));
    put(parts, "xl/sharedStrings.xml", document("sst", shared()));
    put(
        parts,
        "_rels/.rels",
        relationships(reference("rId1", "officeDocument", "xl/workbook.xml")));
    related.forEach((part, list) -> put(parts, part, relationships(list.toString())));
    others.forEach((part, content) -> put(parts, part, content));
    put(
        parts,
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + types
            + moreTypes
            + "</Types>");
    return ZipForms.write(form, parts);
  }

  private String styles() {
    StringBuilder styles = new StringBuilder();
    for (String format : formats) {
      styles.append("<xf ").append(format.equals("0") ? "numFmtId='0'" : format).append("/>");
    }
    return "<numFmts>"
        + codes
        + "</numFmts><fonts>"
        + fonts
        + "</fonts><cellXfs>"
        + styles
        + "</cellXfs>";
  }

  private String shared() {
    StringBuilder shared = new StringBuilder();
    texts.forEach(text -> shared.append("<si>").append(text).append("</si>"));
    return shared.toString();
  }

  private String document(String root, String content) {
    String main = strict ? STRICT_MAIN : MAIN;
    String names = prefix.isEmpty() ? "xmlns='" : "xmlns:" + prefix + "='";
    String inside =
        prefix.isEmpty() ? content : content.replaceAll("<(/?)(?=[a-z])", "<$1" + prefix + ":");
    String element = prefix.isEmpty() ? root : prefix + ":" + root;
    return "<?xml version='1.0' encoding='UTF-8'?>\n<"
        + element
        + " "
        + names
        + main
        + "' xmlns:r='"
        + (strict ? STRICT_OFFICE : OFFICE)
        + "'>"
        + inside
        + "</"
        + element
        + ">";
  }

  private static String relationships(String content) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + content
        + "</Relationships>";
  }

  private String reference(String id, String type, String target) {
    return "<Relationship Id='"
        + id
        + "' Type='"
        + (strict ? STRICT_OFFICE : OFFICE)
        + "/"
        + type
        + "' Target='"
        + target
        + "'/>";
  }

  private static String type(String part, String type) {
    return "<Override PartName='" + part + "' ContentType='" + TYPES + type + "'/>";
  }

  private static void put(Map<String, byte[]> parts, String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
