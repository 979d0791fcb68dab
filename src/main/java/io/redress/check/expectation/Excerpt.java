package io.redress.check.expectation;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of a long text where one looks for others. */
final class Excerpt {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** What is shown before the place, as part of all that is shown. */
  private static final int BEFORE = 2;

  private Excerpt() {}

  /**
   * Returns the surroundings of the first text that is in the whole or, as numbers are what rules
   * change most, that differs in numbers only; otherwise the beginning.
   *
   * @param most characters of the whole that are shown
   */
  static String of(String whole, List<String> texts, int most) {
    if (whole.length() <= most) {
      return whole;
    }
    int place =
        Stream.concat(
                texts.stream().map(Pattern::quote).map(Pattern::compile),
                texts.stream().filter(text -> NUMBER.matcher(text).find()).map(Excerpt::anyNumbers))
            .map(wanted -> place(whole, wanted))
            .flatMapToInt(OptionalInt::stream)
            .findFirst()
            .orElse(0);
    int start = Math.max(0, Math.min(place - most / BEFORE, whole.length() - most));
    int end = Math.min(whole.length(), start + most);
    return (start > 0 ? "..." : "")
        + whole.substring(start, end)
        + (end < whole.length() ? "..." : "");
  }

  private static OptionalInt place(String whole, Pattern wanted) {
    Matcher found = wanted.matcher(whole);
    return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
  }

  private static Pattern anyNumbers(String text) {
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      pattern.append(Pattern.quote(text.substring(end, number.start()))).append("\\d+");
      end = number.end();
    }
    return Pattern.compile(pattern + Pattern.quote(text.substring(end)));
  }
}
