package io.redress.check.compare;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Evaluates the texts that describe the values of a fact in a region. */
final class FactConditionText {
  private static final Pattern UNKNOWN_TOO = Pattern.compile("(.*) or (?:is )?not known");
  private static final Pattern LISTED = Pattern.compile(", | n?or (?!more|later)");
  private static final Pattern RANGE = Pattern.compile("from (\\S+) to (below )?(\\S+)");
  private static final Pattern OPEN = Pattern.compile("above (\\S+)(?: and (up to|below) (\\S+))?");
  private static final Pattern LOW = Pattern.compile("(\\S+) or (?:more|later)");
  private static final Pattern HIGH = Pattern.compile("(up to|below) (\\S+)");

  private FactConditionText() {}

  /** Whether a phrase such as {@code is from 10 to 14} is true of a value, null when unknown. */
  static boolean isTrue(String phrase, @Nullable Object value) {
    Matcher unknownToo = UNKNOWN_TOO.matcher(phrase);
    if (unknownToo.matches()) {
      return value == null || isTrue(unknownToo.group(1), value);
    }
    if (phrase.equals("is known") || phrase.equals("is not known")) {
      return (value != null) == phrase.equals("is known");
    }
    if (value instanceof Set<?> words) {
      return Arrays.stream(phrase.split(" and (?=does)", -1)).allMatch(part -> isTrue(part, words));
    }
    if (phrase.startsWith("is known, but ")) {
      return value != null && isTrue("is " + phrase.substring(14), value);
    }
    if (phrase.startsWith("is not ") || phrase.startsWith("is neither ")) {
      return value == null || !isAnyOf(phrase.replaceFirst("is (not|neither) ", ""), value);
    }
    return value != null && !phrase.contains("hold") && isAnyOf(phrase.substring(3), value);
  }

  private static boolean isTrue(String phrase, Set<?> words) {
    if (phrase.startsWith("does not hold ")) {
      return Arrays.stream(phrase.substring(14).split(", | or ", -1)).noneMatch(words::contains);
    }
    if (phrase.startsWith("holds ")) {
      var named = Arrays.asList(phrase.substring(6).split(", | or | and ", -1));
      return phrase.contains(" or ")
          ? named.stream().anyMatch(words::contains)
          : words.containsAll(named);
    }
    return Pattern.compile("\\{(.*?)}|empty")
        .matcher(phrase)
        .results()
        .map(found -> found.group(1) == null ? Set.of() : Set.of(found.group(1).split(", ", -1)))
        .anyMatch(words::equals);
  }

  private static boolean isAnyOf(String listed, Object value) {
    return Arrays.stream(LISTED.split(listed, -1)).anyMatch(one -> is(one, value));
  }

  private static boolean is(String text, Object value) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      int high = compare(value, range.group(3));
      return compare(value, range.group(1)) >= 0 && (range.group(2) == null ? high <= 0 : high < 0);
    }
    Matcher open = OPEN.matcher(text);
    if (open.matches()) {
      return compare(value, open.group(1)) > 0
          && (open.group(2) == null || is(open.group(2) + " " + open.group(3), value));
    }
    Matcher low = LOW.matcher(text);
    if (low.matches()) {
      return compare(value, low.group(1)) >= 0;
    }
    Matcher high = HIGH.matcher(text);
    if (high.matches()) {
      int order = compare(value, high.group(2));
      return high.group(1).equals("below") ? order < 0 : order <= 0;
    }
    return compare(value, text) == 0;
  }

  private static int compare(Object value, String text) {
    if (value instanceof BigDecimal number) {
      return number.compareTo(new BigDecimal(text));
    }
    return value instanceof LocalDate day
        ? day.compareTo(LocalDate.parse(text))
        : value.toString().compareTo(text);
  }
}
