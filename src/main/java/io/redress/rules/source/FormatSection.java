package io.redress.rules.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A section of a number format, as a list of tokens. */
final class FormatSection {
  /** One section that shows every number as it is. */
  static final FormatSection GENERAL = new FormatSection();

  static {
    GENERAL.add(Kind.GENERAL, "");
  }

  private static final Pattern GENERAL_WORD =
      Pattern.compile("(?i)(General|Standard|Est\u00E1ndar|Geral|G/\\p{IsAlphabetic}+)");
  private static final Pattern HALVES_OF_THE_DAY =
      Pattern.compile("(?i)(AM/PM|A/P|\u4E0A\u5348/\u4E0B\u5348|\u5348\u524D/\u5348\u5F8C)");
  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|<|>|=) *(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");
  private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");
  private static final Set<String> WHITE =
      Set.of(
          "white",
          "color2",
          "color 2",
          "\u767D",
          "\u767D\u8272",
          "wei\u00DF",
          "blanc",
          "blanco",
          "branco",
          "\u0431\u0435\u043B\u044B\u0439");
  private static final String DATE_LETTERS = "ymdhsgbe";
  private static final String YEARS = "ybe";

  /** Signs in a text around a number that make it another one, or a condition. */
  private static final Pattern SIGNS =
      Pattern.compile(
          "[-+<>=\u2264\u2265\u2260\u2248~\u00B1\u2012-\u2015\u2212\u2030()]|\\p{N}|[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07\u842C\u4EBF\u5104]");

  private static final Set<String> MULTIPLES =
      Set.of(
          "k",
          "m",
          "mio",
          "mln",
          "mrd",
          "bn",
          "tsd",
          "t",
          "thousand",
          "million",
          "\u0442\u044B\u0441",
          "\u043C\u043B\u043D");

  /** Three letters of a currency, with a country at most: {@code USD}, {@code US$}, {@code kr}. */
  private static final Pattern CURRENCY =
      Pattern.compile(
          "[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|kr\\.?|Fr\\.?|z\u0142|K\u010D|Ft|lei|\u5143|\u5186");

  private enum Kind {
    GENERAL,
    DIGIT,
    POINT,
    COMMA,
    PERCENT,
    EXPONENT,
    SLASH,
    DATE,
    LITERAL,
    CURRENCY,
    FILL,
    BLANK,
    TEXT
  }

  private record Token(Kind kind, String text) {}

  private final List<Token> tokens = new ArrayList<>();
  private String comparison = "";
  private BigDecimal limit = BigDecimal.ZERO;
  private boolean white;

  /** Whether the section is for negative numbers alone, and so says itself how these look. */
  private boolean negativesOnly;

  private FormatSection() {}

  /** Splits a format into its sections. */
  static List<FormatSection> all(String code) {
    List<FormatSection> sections = new ArrayList<>();
    FormatSection section = new FormatSection();
    sections.add(section);
    for (int i = 0; i < code.length(); ) {
      if (code.charAt(i) == ';') {
        FormatSection next = new FormatSection();
        next.negativesOnly = sections.size() == 1 && !section.hasCondition();
        section = next;
        sections.add(next);
        i++;
      } else {
        i = section.token(code, i);
      }
    }
    return sections;
  }

  /** Reads the token at a place, and returns the place behind it. */
  private int token(String code, int at) {
    char first = code.charAt(at);
    switch (first) {
      case '"' -> {
        int end = end(code, '"', at + 1);
        add(Kind.LITERAL, code.substring(at + 1, end));
        return end + 1;
      }
      case '[' -> {
        int end = end(code, ']', at + 1);
        bracket(code.substring(at + 1, end));
        return end + 1;
      }
      case '\\', '_', '*' -> {
        int end =
            Math.min(
                code.length(), code.offsetByCodePoints(Math.min(at + 1, code.length() - 1), 1));
        String next = code.substring(Math.min(at + 1, end), end);
        add(first == '\\' ? Kind.LITERAL : first == '_' ? Kind.BLANK : Kind.FILL, next);
        return Math.max(end, at + 1);
      }
      default -> {
        return word(code, at);
      }
    }
  }

  private static int end(String code, char mark, int from) {
    int end = code.indexOf(mark, from);
    return end < 0 ? code.length() : end;
  }

  private int word(String code, int at) {
    for (Pattern pattern : List.of(GENERAL_WORD, HALVES_OF_THE_DAY)) {
      Matcher word = pattern.matcher(code).region(at, code.length());
      if (word.lookingAt()) {
        add(pattern == GENERAL_WORD ? Kind.GENERAL : Kind.DATE, "");
        return word.end();
      }
    }
    char letter = code.charAt(at);
    char small = Character.toLowerCase(letter);
    if (small == 'e' && at + 1 < code.length() && "+-".indexOf(code.charAt(at + 1)) >= 0) {
      add(Kind.EXPONENT, code.substring(at, at + 2));
      return at + 2;
    }
    int end = at + 1;
    while (end < code.length() && Character.toLowerCase(code.charAt(end)) == small) {
      end++;
    }
    // Three or four a are a day of the week in Japanese and Chinese.
    if (DATE_LETTERS.indexOf(small) >= 0 || small == 'a' && end - at >= 3) {
      add(Kind.DATE, String.valueOf(small).repeat(end - at));
      return end;
    }
    Kind kind =
        switch (letter) {
          case '0', '#', '?' -> Kind.DIGIT;
          case '.' -> Kind.POINT;
          case ',' -> Kind.COMMA;
          case '%' -> Kind.PERCENT;
          case '/' -> Kind.SLASH;
          case '@' -> Kind.TEXT;
          default -> Kind.LITERAL;
        };
    add(kind, String.valueOf(letter));
    return at + 1;
  }

  private void bracket(String content) {
    Matcher condition = CONDITION.matcher(content);
    if (content.startsWith("$")) {
      // A currency, and the language of names and digits: [$EUR-407], [$-FC19].
      int language = content.lastIndexOf('-');
      String currency = content.substring(1, language < 1 ? content.length() : language);
      if (!currency.isEmpty()) {
        add(Kind.CURRENCY, currency);
      }
    } else if (condition.matches()) {
      comparison = condition.group(1);
      limit = new BigDecimal(condition.group(2));
    } else if (ELAPSED.matcher(content).matches()) {
      add(Kind.DATE, content.toLowerCase(Locale.ROOT));
    } else {
      white |= WHITE.contains(content.strip().toLowerCase(Locale.ROOT));
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text));
  }

  private long count(Kind kind) {
    return tokens.stream().filter(token -> token.kind == kind).count();
  }

  private boolean has(Kind kind) {
    return count(kind) > 0;
  }

  boolean isForText() {
    return has(Kind.TEXT);
  }

  boolean isDate() {
    return has(Kind.DATE);
  }

  long percentSigns() {
    return isDate() ? 0 : count(Kind.PERCENT);
  }

  boolean hasCondition() {
    return !comparison.isEmpty();
  }

  boolean accepts(BigDecimal number) {
    int order = number.compareTo(limit);
    return switch (comparison) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "=" -> order == 0;
      default -> order != 0;
    };
  }

  /** The part of a date that is not shown. */
  Optional<String> hiddenOfDate() {
    String letters =
        tokens.stream()
            .filter(token -> token.kind == Kind.DATE)
            .map(Token::text)
            .collect(Collectors.joining("|"));
    if (letters.chars().noneMatch(letter -> YEARS.indexOf(letter) >= 0)) {
      return Optional.of("year");
    }
    // Behind hours and in front of seconds, m are minutes.
    if (!letters.replaceAll("h+[|]m+|m+[|]s+", "").contains("m")) {
      return Optional.of("month");
    }
    // Three and more d are a day of the week.
    return letters.matches("(.*[|])?d{1,2}([|].*)?") ? Optional.empty() : Optional.of("day");
  }

  /** What is shown instead of the number; empty when it is the number. */
  Optional<String> misleading(BigDecimal number) {
    if (white) {
      return Optional.of("it in white");
    }
    String text = textOf(0, tokens.size()).strip();
    if (showsNoDigit(number)) {
      return Optional.of(text.isEmpty() ? "nothing" : '"' + text + '"');
    }
    BigDecimal scaled =
        number.movePointRight(2 * (int) count(Kind.PERCENT)).movePointLeft(3 * scalingCommas());
    BigDecimal rounded = rounded(scaled);
    boolean signLost = number.signum() < 0 && negativesOnly && !text.matches(".*[-\u2212(].*");
    boolean same =
        percentSigns() <= 1
            && scalingCommas() == 0
            && !signLost
            && rounded.compareTo(scaled) == 0
            && !(has(Kind.SLASH) && number.stripTrailingZeros().scale() > 0);
    String prefix = textOf(0, first());
    String suffix = textOf(first(), tokens.size());
    if (same && !adds(prefix, number) && !addsBehind(suffix, number) && !fillsDigits()) {
      return Optional.empty();
    }
    String digits = (negativesOnly ? rounded.abs() : rounded).toPlainString();
    String percent = "%".repeat((int) count(Kind.PERCENT));
    return Optional.of('"' + (prefix + digits + percent + suffix).strip() + '"');
  }

  /** Only 0 shows the zeros that a number does not need. */
  private boolean showsNoDigit(BigDecimal number) {
    return !has(Kind.GENERAL)
        && tokens.stream()
            .filter(token -> token.kind == Kind.DIGIT)
            .allMatch(token -> number.signum() == 0 && !token.text.equals("0"));
  }

  private BigDecimal rounded(BigDecimal number) {
    if (has(Kind.EXPONENT) || has(Kind.SLASH) || has(Kind.GENERAL)) {
      return number;
    }
    int decimals = 0;
    boolean behind = false;
    for (Token token : tokens) {
      behind |= token.kind == Kind.POINT;
      decimals += behind && token.kind == Kind.DIGIT ? 1 : 0;
    }
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** Commas behind the last digit of the whole number divide by a thousand each. */
  private int scalingCommas() {
    int commas = 0;
    int pending = 0;
    boolean digits = false;
    for (Token token : tokens) {
      switch (token.kind) {
        case DIGIT -> {
          digits = true;
          pending = 0;
        }
        case COMMA -> pending += digits ? 1 : 0;
        case POINT -> {
          commas += pending;
          pending = 0;
        }
        default -> {}
      }
    }
    return commas + pending;
  }

  private int first() {
    int at = 0;
    while (at < tokens.size()
        && tokens.get(at).kind != Kind.DIGIT
        && tokens.get(at).kind != Kind.GENERAL) {
      at++;
    }
    return at;
  }

  private String textOf(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens.subList(from, to)) {
      switch (token.kind) {
        case LITERAL, CURRENCY -> text.append(token.text);
        case BLANK -> text.append(' ');
        default -> {}
      }
    }
    return text.toString();
  }

  private boolean fillsDigits() {
    return tokens.stream()
        .anyMatch(token -> token.kind == Kind.FILL && DIGIT.matcher(token.text).matches());
  }

  /** Whether a text in front of a number says more than its currency. */
  private boolean adds(String text, BigDecimal number) {
    String plain = plain(text, number);
    return !plain.isEmpty() && !CURRENCY.matcher(plain).matches();
  }

  /** Whether a text behind a number says more than its unit. */
  private boolean addsBehind(String text, BigDecimal number) {
    String plain = plain(text, number);
    return SIGNS.matcher(plain).find()
        || MULTIPLES.contains(plain.toLowerCase(Locale.ROOT).replace(".", ""));
  }

  /** A text without what only shows that the number is negative. */
  private static String plain(String text, BigDecimal number) {
    String plain = text.replace('\u00A0', ' ');
    return (number.signum() < 0 ? plain.replaceAll("[-\u2212()]", "") : plain).strip();
  }
}
