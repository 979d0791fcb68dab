package io.redress.rules.source;

import io.redress.rules.source.FormatToken.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A section of a number format.
 *
 * @param condition of its own; null for none
 * @param white whether it shows everything in white
 * @param negativesOnly whether it is for negative numbers alone, and so says itself how these look
 */
record FormatSection(
    List<FormatToken> tokens, @Nullable Condition condition, boolean white, boolean negativesOnly) {
  /** One section that shows every number as it is. */
  static final FormatSection GENERAL =
      new FormatSection(List.of(new FormatToken(Kind.GENERAL, "")), null, false, false);

  private static final Pattern DIGIT = Pattern.compile("\\p{N}");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019]");
  private static final String YEARS = "ybe";
  private static final String IN_WHITE = "it in white";

  FormatSection {
    tokens = List.copyOf(tokens);
  }

  /** A comparison that a number has to pass. */
  record Condition(String comparison, BigDecimal limit) {
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
  }

  private long count(Kind kind) {
    return tokens.stream().filter(token -> token.kind() == kind).count();
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
    return condition != null;
  }

  boolean accepts(BigDecimal number) {
    return condition == null || condition.accepts(number);
  }

  /** The part of a date that is not shown. */
  Optional<String> hiddenOfDate() {
    String letters =
        tokens.stream()
            .filter(token -> token.kind() == Kind.DATE)
            .map(FormatToken::text)
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

  /** What is shown besides a date; empty when it is the date alone. */
  Optional<String> addedToDate(String date) {
    if (white) {
      return Optional.of(IN_WHITE);
    }
    int first = 0;
    while (first < tokens.size() && tokens.get(first).kind() != Kind.DATE) {
      first++;
    }
    int last = tokens.size();
    while (last > first && tokens.get(last - 1).kind() != Kind.DATE) {
      last--;
    }
    String prefix = textOf(0, first);
    String suffix = textOf(last, tokens.size());
    return AddedText.changesDate(prefix, suffix)
        ? Optional.of('"' + (prefix + date + suffix).strip() + '"')
        : Optional.empty();
  }

  /** What is shown instead of a text; empty when it is the text alone. */
  Optional<String> insteadOf(String text) {
    if (white) {
      return Optional.of(IN_WHITE);
    }
    int at = 0;
    while (at < tokens.size() && tokens.get(at).kind() != Kind.TEXT) {
      at++;
    }
    String prefix = textOf(0, at);
    String suffix = textOf(at, tokens.size());
    if ((prefix + suffix).isBlank()) {
      return at < tokens.size() ? Optional.empty() : Optional.of("nothing");
    }
    return Optional.of('"' + (prefix + (at < tokens.size() ? text : "") + suffix).strip() + '"');
  }

  /** What is shown instead of the number; empty when it is the number. */
  Optional<String> misleading(BigDecimal number) {
    if (white) {
      return Optional.of(IN_WHITE);
    }
    String text = textOf(0, tokens.size()).strip();
    if (showsNoDigit(number)) {
      return Optional.of(text.isEmpty() ? "nothing" : '"' + text + '"');
    }
    if (hasSignsInside()) {
      return Optional.of("other signs between its digits");
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
    if (same
        && !AddedText.changesNumber(prefix, number)
        && !AddedText.changesNumberBehind(suffix, number)
        && !fillsDigits()) {
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
            .filter(token -> token.kind() == Kind.DIGIT)
            .allMatch(token -> number.signum() == 0 && !token.text().equals("0"));
  }

  private BigDecimal rounded(BigDecimal number) {
    if (has(Kind.SLASH) || has(Kind.GENERAL)) {
      return number;
    }
    int whole = 0;
    int decimals = 0;
    boolean behind = false;
    for (FormatToken token : tokens) {
      if (token.kind() == Kind.EXPONENT) {
        break;
      }
      behind |= token.kind() == Kind.POINT;
      int digits = token.kind() == Kind.DIGIT ? 1 : 0;
      whole += behind ? 0 : digits;
      decimals += behind ? digits : 0;
    }
    int exponent = has(Kind.EXPONENT) ? exponent(number, Math.max(1, whole)) : 0;
    BigDecimal rounded =
        number
            .movePointLeft(exponent)
            .setScale(decimals, RoundingMode.HALF_UP)
            .movePointRight(exponent)
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** The exponent with which a number is shown: a multiple of the digits in front of the point. */
  private static int exponent(BigDecimal number, int step) {
    int exponent = number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    return Math.floorDiv(exponent, step) * step;
  }

  /** Commas behind the last digit of the whole number divide by a thousand each. */
  private int scalingCommas() {
    int commas = 0;
    int pending = 0;
    boolean digits = false;
    for (FormatToken token : tokens) {
      switch (token.kind()) {
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
    while (at < tokens.size() && !isNumber(tokens.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNumber(FormatToken token) {
    return token.kind() == Kind.DIGIT || token.kind() == Kind.GENERAL;
  }

  /** Whether a sign stands between the digits that does not only separate thousands. */
  private boolean hasSignsInside() {
    int last = tokens.size() - 1;
    while (last > 0 && !isNumber(tokens.get(last))) {
      last--;
    }
    String inside = first() < last ? textOf(first(), last) : "";
    return !APOSTROPHES.matcher(inside).replaceAll("").isBlank();
  }

  private String textOf(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (FormatToken token : tokens.subList(from, to)) {
      switch (token.kind()) {
        case LITERAL, CURRENCY -> text.append(token.text());
        case BLANK -> text.append(' ');
        default -> {}
      }
    }
    return text.toString();
  }

  private boolean fillsDigits() {
    return tokens.stream()
        .anyMatch(token -> token.kind() == Kind.FILL && DIGIT.matcher(token.text()).matches());
  }
}
