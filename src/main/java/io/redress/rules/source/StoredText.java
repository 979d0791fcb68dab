package io.redress.rules.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * A text of a workbook, without its reading aids.
 *
 * @param struck whether a part of it is struck through
 */
record StoredText(String content, boolean struck) {
  /** Characters that XML cannot hold are written so, and a literal underscore before an x. */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final Pattern BLANKS_AT_ENDS = Pattern.compile("^[ \t\r\n]+|[ \t\r\n]+$");

  static final StoredText EMPTY = new StoredText("", false);

  /** A text without formats, as a value holds it. */
  static StoredText of(String value) {
    return new StoredText(decoded(value), false);
  }

  /** Reads the text of the element that has just begun: plain, or in runs of their own formats. */
  static StoredText read(Xml xml) throws XMLStreamException {
    StringBuilder content = new StringBuilder();
    boolean preserved = xml.preservesBlanks();
    boolean struck = false;
    while (xml.nextChild()) {
      if (xml.is("t")) {
        preserved |= xml.preservesBlanks();
        content.append(xml.text());
      } else if (xml.is("r")) {
        preserved |= xml.preservesBlanks();
        boolean runStruck = false;
        while (xml.nextChild()) {
          if (xml.is("t")) {
            preserved |= xml.preservesBlanks();
            String run = xml.text();
            content.append(run);
            struck |= runStruck && !run.isBlank();
          } else if (xml.is("rPr")) {
            runStruck = Fonts.struck(xml);
          } else {
            xml.skip();
          }
        }
      } else {
        // Reading aids (rPh) and their format show nothing in a cell.
        xml.skip();
      }
    }
    String text = content.toString();
    return new StoredText(
        decoded(preserved ? text : BLANKS_AT_ENDS.matcher(text).replaceAll("")), struck);
  }

  /** The text without escapes. */
  static String decoded(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        : text;
  }
}
