package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.edit.RowMoves.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The references in a formula, rewritten. Everything else in it stays as it is written: names,
 * functions, texts, and references to the columns of tables.
 */
final class FormulaText {
  private static final String WORD = "[\\p{L}\\p{N}_.\\\\]+";
  private static final String SHEET = "(?:'(?:[^']|'')+'|" + WORD + "(?::" + WORD + ")?)!";
  private static final String END = "(?![\\p{L}\\p{N}_.(!\\[\\\\])";
  private static final String COLUMN = "(\\$?)([A-Za-z]{1,3})";
  private static final String ROW = "(\\$?)(\\d{1,7})";

  /** Texts and bracketed columns are matched first, so that nothing in them is. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"]|\"\")*\""
              + "|(?<sheet>"
              + SHEET
              + ")?(?<cells>"
              + COLUMN
              + ROW
              + "(?::"
              + COLUMN
              + ROW
              + ")?)"
              + END
              + "|(?<rowsSheet>"
              + SHEET
              + ")?(?<rows>"
              + ROW
              + ":"
              + ROW
              + ")"
              + END
              + "|"
              + SHEET
              + "|"
              + WORD
              + "|\\[",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern CELLS = Pattern.compile(COLUMN + ROW + "(?::" + COLUMN + ROW + ")?");

  private static final Pattern ROWS = Pattern.compile(ROW + ":" + ROW);

  private FormulaText() {}

  /**
   * A reference to rows.
   *
   * @param sheet the sheet named in front of it, or two with a colon; null for none
   * @param topFixed whether the first row has a dollar sign
   */
  record Reference(
      @Nullable String sheet, Span rows, boolean topFixed, boolean bottomFixed, String text) {}

  /** Returns the new rows of a reference. */
  @FunctionalInterface
  interface Mapping {
    Span map(Reference reference);
  }

  /** Returns the formula with other rows in its references. */
  static String map(String formula, Mapping mapping) {
    return rewritten(formula, mapping, 0);
  }

  /** Returns the formula as a spreadsheet program copies it, some rows and columns further. */
  static String copied(String formula, int rows, int columns) {
    return rewritten(
        formula,
        reference ->
            new Span(
                reference.rows.top() + (reference.topFixed ? 0 : rows),
                reference.rows.bottom() + (reference.bottomFixed ? 0 : rows)),
        columns);
  }

  private static String rewritten(String formula, Mapping mapping, int columns) {
    StringBuilder result = new StringBuilder();
    Matcher token = TOKEN.matcher(formula);
    int at = 0;
    while (token.find(at)) {
      result.append(formula, at, token.start());
      at = token.end();
      if (token.group().equals("[")) {
        at = closing(formula, token.start());
        result.append(formula, token.start(), at);
      } else if (token.group("cells") != null) {
        result.append(orEmpty(token.group("sheet")));
        result.append(cells(token.group("sheet"), token.group("cells"), mapping, columns));
      } else if (token.group("rows") != null) {
        result.append(orEmpty(token.group("rowsSheet")));
        result.append(rows(token.group("rowsSheet"), token.group("rows"), mapping));
      } else {
        result.append(token.group());
      }
    }
    return result.append(formula, at, formula.length()).toString();
  }

  private static String cells(@Nullable String sheet, String text, Mapping mapping, int columns) {
    Matcher form = CELLS.matcher(text);
    form.matches();
    boolean one = form.group(5) == null;
    int top = Integer.parseInt(form.group(4));
    int bottom = one ? top : Integer.parseInt(form.group(8));
    boolean topFixed = !form.group(3).isEmpty();
    boolean bottomFixed = one ? topFixed : !form.group(7).isEmpty();
    Span now = mapped(sheet, top, bottom, topFixed, bottomFixed, text, mapping);
    String start = column(form.group(1), form.group(2), columns) + form.group(3) + now.top();
    if (one) {
      return start;
    }
    return start
        + ":"
        + column(form.group(5), form.group(6), columns)
        + form.group(7)
        + now.bottom();
  }

  private static String rows(@Nullable String sheet, String text, Mapping mapping) {
    Matcher form = ROWS.matcher(text);
    form.matches();
    Span now =
        mapped(
            sheet,
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(4)),
            !form.group(1).isEmpty(),
            !form.group(3).isEmpty(),
            text,
            mapping);
    return form.group(1) + now.top() + ":" + form.group(3) + now.bottom();
  }

  private static Span mapped(
      @Nullable String sheet,
      int top,
      int bottom,
      boolean topFixed,
      boolean bottomFixed,
      String text,
      Mapping mapping) {
    if (top <= bottom) {
      return mapping.map(
          new Reference(unquoted(sheet), new Span(top, bottom), topFixed, bottomFixed, text));
    }
    Span turned =
        mapping.map(
            new Reference(unquoted(sheet), new Span(bottom, top), bottomFixed, topFixed, text));
    return new Span(turned.bottom(), turned.top());
  }

  private static String column(String fixed, String letters, int by) {
    if (by == 0 || !fixed.isEmpty()) {
      return fixed + letters;
    }
    return Cell.letters(Cell.column(letters) + by);
  }

  private static @Nullable String unquoted(@Nullable String sheet) {
    if (sheet == null) {
      return null;
    }
    String name = sheet.substring(0, sheet.length() - 1);
    return name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
  }

  /** The place behind the bracket that closes this one; an apostrophe quotes what follows it. */
  private static int closing(String formula, int open) {
    int depth = 0;
    for (int i = open; i < formula.length(); i++) {
      switch (formula.charAt(i)) {
        case '\'' -> i++;
        case '[' -> depth++;
        case ']' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return formula.length();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
