package io.redress.rules.source.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook by its parts as they are written, without a library in between. */
final class RawWorkbook {
  static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
          + "</Relationships>";
  private static final String RELATIONSHIP =
      "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/%s\" Target=\"%s\"/>";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder targets = new StringBuilder();
  private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
  private String names = "";
  private int count;

  RawWorkbook() {
    part("xl/styles.xml", "styles+xml", STYLES);
    targets.append(RELATIONSHIP.formatted("styles", "styles", "styles.xml"));
  }

  private static final String STYLES =
      "<styleSheet "
          + MAIN
          + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
          + "</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
          + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
          + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/>"
          + "<xf numFmtId=\"0\" quotePrefix=\"1\"/></cellXfs></styleSheet>";

  /** Adds a sheet with these rows, and with other elements before and behind them. */
  RawWorkbook sheet(String name, String rows, String behind) {
    count++;
    String part = "xl/worksheets/sheet" + count + ".xml";
    part(
        part,
        "worksheet+xml",
        "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
    sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"s%d\"/>".formatted(name, count, count));
    targets.append(
        RELATIONSHIP.formatted("s" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
    return this;
  }

  /** Adds a part that the last sheet refers to, in {@code xl}. */
  RawWorkbook related(String type, String name, String content, String xml) {
    part("xl/" + name, content, xml);
    String rels = "xl/worksheets/_rels/sheet" + count + ".xml.rels";
    relationships
        .computeIfAbsent(rels, key -> new StringBuilder())
        .append(RELATIONSHIP.formatted("r" + parts.size(), type, "../" + name));
    return this;
  }

  RawWorkbook names(String xml) {
    names = "<definedNames>" + xml + "</definedNames>";
    return this;
  }

  private void part(String name, String content, String xml) {
    parts.put(name, xml);
    types.append(
        "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, CONTENT + content));
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"vml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + CONTENT
            + "sheet.main+xml\"/>"
            + types
            + "</Types>");
    all.put(
        "_rels/.rels",
        RELATIONSHIPS.formatted(RELATIONSHIP.formatted("w", "officeDocument", "xl/workbook.xml")));
    all.put(
        "xl/workbook.xml",
        "<workbook " + MAIN + "><sheets>" + sheets + "</sheets>" + names + "</workbook>");
    all.put("xl/_rels/workbook.xml.rels", RELATIONSHIPS.formatted(targets));
    relationships.forEach((name, list) -> all.put(name, RELATIONSHIPS.formatted(list)));
    all.putAll(parts);
    return zipped(all);
  }

  /** A file with another content of one part. */
  static byte[] with(Map<String, String> parts, String name, String content) {
    Map<String, String> all = new LinkedHashMap<>(parts);
    all.put(name, content);
    return zipped(all);
  }

  private static byte[] zipped(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A handed file. */
  static byte[] resource(String name) {
    try {
      return Files.readAllBytes(Path.of("src", "test", "resources", "workbooks", name));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The parts of a file as texts, by name. */
  static Map<String, String> parts(byte[] workbook) {
    Map<String, String> parts = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return parts;
  }

  /** What a pattern's first group finds in a text, in order. */
  static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(RawWorkbook::first);
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
