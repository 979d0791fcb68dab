package io.redress.rules.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes values as literals of both DRL and Java.
 *
 * <p>Texts come from cells, so the author of a workbook chooses their characters. None of them may
 * end the literal, begin a comment, or be read as a Unicode escape by a parser of DRL.
 */
final class DrlLiteral {
  private DrlLiteral() {}

  static String of(Object value) {
    if (value instanceof BigDecimal number) {
      return "new BigDecimal( \"" + number.toPlainString() + "\" )";
    }
    if (value instanceof LocalDate day) {
      return "LocalDate.parse( \"" + day + "\" )";
    }
    return value instanceof Boolean ? value.toString() : text((String) value);
  }

  static String list(Collection<?> values) {
    return values.stream().map(DrlLiteral::of).collect(Collectors.joining(", "));
  }

  /** Returns a comment of one line, which no text can end. */
  static String comment(String text) {
    return "// " + text.replace("\\", "\\\\").replaceAll("\\R", " ");
  }

  private static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            character -> {
              if (character < ' ' || "\"\\".indexOf(character) >= 0) {
                literal.append(String.format("\\%03o", character));
              } else {
                literal.append((char) character);
              }
            });
    return literal.append('"').toString();
  }
}
