package io.redress.rules.table;

import io.redress.rules.source.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs that other keyboards, input methods and word processors put in place of those of ASCII:
 * read where only one meaning is possible, else named with what to write instead.
 */
public final class KeyboardSigns {
  private static final Map<Character, String> ASCII =
      Map.ofEntries(
          Map.entry('\uFF0C', ", "),
          Map.entry('\u3001', ", "),
          Map.entry('\uFF64', ", "),
          Map.entry('\u060C', ", "),
          Map.entry('\uFF08', "("),
          Map.entry('\uFF09', ")"),
          Map.entry('\uFF3B', "["),
          Map.entry('\uFF3D', "]"),
          Map.entry('\u3010', "["),
          Map.entry('\u3011', "]"),
          Map.entry('\uFF1C', "<"),
          Map.entry('\uFF1E', ">"),
          Map.entry('\uFF1D', "="),
          Map.entry('\u2264', "<="),
          Map.entry('\u2266', "<="),
          Map.entry('\u2A7D', "<="),
          Map.entry('\u2265', ">="),
          Map.entry('\u2267', ">="),
          Map.entry('\u2A7E', ">="),
          Map.entry('\uFF0E', "."),
          Map.entry('\u2025', ".."),
          Map.entry('\u2026', ".."),
          Map.entry('\uFF05', "%"),
          Map.entry('\u066A', "%"));

  private static final String DASHES = "\u2010-\u2015\u2212\uFF0D\uFE63\uFE58";
  private static final Pattern DASH_ALONE = Pattern.compile("[" + DASHES + "]+");

  /** In front of a number a dash is its sign, since nothing is there that it could end. */
  private static final Pattern SIGN =
      Pattern.compile("(?<=^|[,(\\[<>=.] ?)[" + DASHES + "](?=\\d)");

  private static final Pattern IN_DATE =
      Pattern.compile("(\\d{4})[-" + DASHES + "](\\d{2})[-" + DASHES + "](\\d{2})");
  private static final String VALUE = "(-?\\d+([.]\\d+)?%?|\\d{4}-\\d{2}-\\d{2}|[A-Z][A-Z0-9_]*)";
  private static final Pattern VALUES =
      Pattern.compile(
          "(<=|>=|<|>) *%1$s|[\\[(] *%1$s *[.][.] *%1$s *[\\])]|%1$s( *, *%1$s)*".formatted(VALUE));

  private static final Pattern QUOTED =
      Pattern.compile(
          "([\"'\u201C\u201D\u201E\u00AB\u00BB\u2018\u2019\u201A\u300C\uFF02\uFF07])([^\"']*?)"
              + "([\"'\u201C\u201D\u00AB\u00BB\u2018\u2019\u300D\uFF02\uFF07])");

  private static final Pattern ARROW =
      Pattern.compile(
          "(?:[\u2190-\u21FF\u2794-\u27BE\u27F0-\u27FF\u2900-\u297F\u25B6\u25BA\u279C\\x{1F800}-\\x{1F8FF}]"
              + "|[-="
              + DASHES
              // Office fonts show this letter as an arrow.
              + "\uFF1D]+ ?[>\uFF1E\u232A\u3009\u203A]|\u00E0(?= ))\uFE0E?\uFE0F? *(.*)");

  private static final String END = "(-?\\d+(?:[.]\\d+)?%?|\\d{4}-\\d{2}-\\d{2})";

  private static final Pattern TWO_ENDS =
      Pattern.compile(END + " *(?:[.][.]+|[-~\uFF5E\u301C\u223C" + DASHES + "]|to|bis) *" + END);

  private static final Pattern ENDS_IN_BRACKETS =
      Pattern.compile("([\\[(]) *" + END + " *[,;:\uFF1B] *" + END + " *([\\])])");

  private static final Pattern TWO_COMPARISONS =
      Pattern.compile("(>=?) *" + END + "(?: *(?:&&?|and|und) *|[\\s;\uFF1B]+)(<=?) *" + END);

  private static final Pattern AT_LEAST = Pattern.compile(END + " *[+\uFF0B]");
  private static final Pattern LIST = Pattern.compile(END + "(?: *[;|\n\uFF1B] *" + END + ")+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("(-?\\d+),(\\d{1,2}) ?(%?)");

  private static final Pattern TURNED = Pattern.compile("=([<>]) *(.+)");
  private static final Pattern UNEQUAL =
      Pattern.compile("(?:<>|!=?|\u2260|/=|(?i:not) *(?=\\()|(?i:not)\\s) *\\(?([^()]+)\\)?");
  private static final Pattern EQUAL = Pattern.compile("==? *([^<>=].*)");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile(
          "[;/|&+\n\uFF1B\uFF0F\uFF5C\uFF06\uFF0B]| (?:or|and|und|oder) ",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN_VALUES = Pattern.compile(" *[;|\n\uFF1B] *");
  private static final Set<String> WORDS = Set.of("known", "not known");

  private KeyboardSigns() {}

  /** The cell with the signs of ASCII, as far as their meaning is certain in a column. */
  public static Cell ascii(Cell cell, Term term) {
    if (!(cell.value() instanceof String text)) {
      return cell;
    }
    String ascii = ascii(text, term);
    return ascii.equals(text)
        ? cell
        : new Cell(cell.address(), cell.row(), cell.column(), ascii, cell.percent());
  }

  private static String ascii(String text, Term term) {
    if (DASH_ALONE.matcher(text).matches()) {
      return "-";
    }
    if (isFree(term)) {
      return text;
    }
    String ascii = QUOTED.matcher(mapped(text, term.type().ordered())).replaceAll("$2");
    if (!term.type().ordered()) {
      return ascii;
    }
    return term.type() == ValueType.DATE
        ? IN_DATE.matcher(ascii).replaceAll("$1-$2-$3")
        : SIGN.matcher(ascii).replaceAll("-");
  }

  /**
   * A text with the signs of ASCII where it can only be a range, numbers, days or codes; any other
   * text is returned as it is.
   */
  public static String certain(String text) {
    String days = IN_DATE.matcher(mapped(text, true)).replaceAll("$1-$2-$3");
    String ascii = SIGN.matcher(days).replaceAll("-");
    return VALUES.matcher(ascii).matches() ? ascii : text;
  }

  /** Whether a text may hold any sign as a part of itself. */
  private static boolean isFree(Term term) {
    return term.type() == ValueType.TEXT && term.allowed().isEmpty();
  }

  /** The words of a list, whatever the comma between them. */
  static List<String> words(String list) {
    return Stream.of(mapped(list, false).split(",", -1)).map(String::strip).toList();
  }

  private static String mapped(String text, boolean digits) {
    StringBuilder mapped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              String sign = character <= 0xFFFF ? ASCII.get((char) character) : null;
              if (sign != null) {
                mapped.append(sign);
              } else if (digits && Character.isDigit(character)) {
                mapped.append(Character.digit(character, 10));
              } else {
                mapped.appendCodePoint(character);
              }
            });
    return mapped.toString();
  }

  /** The name behind an arrow that is not {@code ->}; empty when no such arrow is there. */
  public static Optional<String> behindArrow(String text) {
    Matcher arrow = ARROW.matcher(text);
    return arrow.matches() && !text.startsWith("->")
        ? Optional.of(arrow.group(1))
        : Optional.empty();
  }

  /** What a condition probably means that cannot be read; {@code Did you mean [5..10]? }. */
  static String hint(String text, Term term) {
    String ascii = mapped(text, term.type().ordered());
    return meant(ascii, term).map(meant -> "Did you mean " + meant + "? ").orElse("");
  }

  private static Optional<String> meant(String text, Term term) {
    String small = text.toLowerCase(Locale.ROOT);
    if (WORDS.contains(small)) {
      return Optional.of(small);
    }
    Matcher unequal = UNEQUAL.matcher(text);
    if (unequal.matches()) {
      return Optional.of("not(" + unequal.group(1).strip() + ")");
    }
    Matcher equal = EQUAL.matcher(text);
    if (equal.matches()) {
      return Optional.of(equal.group(1));
    }
    if (term.type().ordered()) {
      return meantRange(text);
    }
    List<String> words = Stream.of(BETWEEN_WORDS.split(text, -1)).map(String::strip).toList();
    return words.size() > 1 && term.allowed().containsAll(words)
        ? Optional.of(words.stream().collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  private static Optional<String> meantRange(String text) {
    Matcher turned = TURNED.matcher(text);
    if (turned.matches()) {
      return Optional.of(turned.group(1) + "= " + turned.group(2));
    }
    Matcher ends = TWO_ENDS.matcher(text);
    if (ends.matches()) {
      return Optional.of("[" + ends.group(1) + ".." + ends.group(2) + "]");
    }
    Matcher inside = ENDS_IN_BRACKETS.matcher(text);
    if (inside.matches()) {
      return Optional.of(
          inside.group(1) + inside.group(2) + ".." + inside.group(3) + inside.group(4));
    }
    Matcher both = TWO_COMPARISONS.matcher(text);
    if (both.matches()) {
      String from = (both.group(1).equals(">=") ? "[" : "(") + both.group(2);
      return Optional.of(from + ".." + both.group(4) + (both.group(3).equals("<=") ? "]" : ")"));
    }
    Matcher least = AT_LEAST.matcher(text);
    if (least.matches()) {
      return Optional.of(">= " + least.group(1));
    }
    if (LIST.matcher(text).matches()) {
      return Optional.of(BETWEEN_VALUES.matcher(text).replaceAll(", "));
    }
    Matcher decimal = DECIMAL_COMMA.matcher(text);
    return decimal.matches()
        ? Optional.of(decimal.group(1) + "." + decimal.group(2) + decimal.group(3))
        : Optional.empty();
  }

  /** Whether a free text has quotes around it, or a comma that separates nothing. */
  static Optional<String> uncertain(String text, Term term) {
    if (!isFree(term)) {
      return Optional.empty();
    }
    if (QUOTED.matcher(text).matches()) {
      return Optional.of("Write it without quotes.");
    }
    return text.chars().anyMatch(character -> "\uFF0C\u3001\uFF64\u060C".indexOf(character) >= 0)
        ? Optional.of("Write , between texts.")
        : Optional.empty();
  }
}
