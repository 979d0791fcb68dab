package io.redress.rules.source;

import io.redress.rules.source.FormatSection.Condition;
import io.redress.rules.source.FormatToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits the code of a number format into its sections, and these into tokens. */
final class FormatParser {
  private static final Pattern GENERAL_WORD =
      Pattern.compile("(?i)(General|Standard|Est\u00E1ndar|Geral|G/\\p{IsAlphabetic}+)");
  private static final Pattern HALVES_OF_THE_DAY =
      Pattern.compile("(?i)(AM/PM|A/P|\u4E0A\u5348/\u4E0B\u5348|\u5348\u524D/\u5348\u5F8C)");
  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|<|>|=) *(-?\\d+(?:\\.\\d+)?)");
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

  private final String code;
  private final List<FormatSection> sections = new ArrayList<>();
  private List<FormatToken> tokens = new ArrayList<>();
  private @Nullable Condition condition;
  private boolean white;

  private FormatParser(String code) {
    this.code = code;
  }

  /** Returns the sections of a format; any text is one. */
  static List<FormatSection> sections(String code) {
    FormatParser parser = new FormatParser(code);
    for (int i = 0; i < code.length(); ) {
      if (code.charAt(i) == ';') {
        parser.endSection();
        i++;
      } else {
        i = parser.token(i);
      }
    }
    parser.endSection();
    return parser.sections;
  }

  private void endSection() {
    boolean negativesOnly = sections.size() == 1 && !sections.get(0).hasCondition();
    sections.add(new FormatSection(tokens, condition, white, negativesOnly));
    tokens = new ArrayList<>();
    condition = null;
    white = false;
  }

  /** Reads the token at a place, and returns the place behind it. */
  private int token(int at) {
    char first = code.charAt(at);
    switch (first) {
      case '"' -> {
        int end = end('"', at + 1);
        add(Kind.LITERAL, code.substring(at + 1, end));
        return end + 1;
      }
      case '[' -> {
        int end = end(']', at + 1);
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
        return word(at);
      }
    }
  }

  private int end(char mark, int from) {
    int end = code.indexOf(mark, from);
    return end < 0 ? code.length() : end;
  }

  private int word(int at) {
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
    Matcher comparison = CONDITION.matcher(content);
    if (content.startsWith("$")) {
      // A currency, and the language of names and digits: [$EUR-407], [$-FC19].
      int language = content.lastIndexOf('-');
      String currency = content.substring(1, language < 1 ? content.length() : language);
      if (!currency.isEmpty()) {
        add(Kind.CURRENCY, currency);
      }
    } else if (comparison.matches()) {
      condition = new Condition(comparison.group(1), new BigDecimal(comparison.group(2)));
    } else if (ELAPSED.matcher(content).matches()) {
      add(Kind.DATE, content.toLowerCase(Locale.ROOT));
    } else {
      white |= WHITE.contains(content.strip().toLowerCase(Locale.ROOT));
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(new FormatToken(kind, text));
  }
}
