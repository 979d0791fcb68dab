package io.redress.rules.table;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval as S-FEEL writes it, its ends not read yet: {@code [5..10)}, {@code (5..10]}, {@code
 * >= 5}, {@code < 2026-03-05}. Cells of tables and expectations of test cases share this syntax.
 *
 * @param text the whole of it
 * @param low null where it has no lower end
 * @param high null where it has no upper end
 */
public record IntervalText(
    String text,
    @Nullable String low,
    boolean lowIncluded,
    @Nullable String high,
    boolean highIncluded) {
  private static final Pattern BOTH_ENDS = Pattern.compile("([\\[(])(.+?)\\.\\.(.+)([\\])])");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)(.+)");

  /** Empty when the text is not written as an interval. */
  public static Optional<IntervalText> parse(String text) {
    Matcher both = BOTH_ENDS.matcher(text);
    if (both.matches()) {
      return Optional.of(
          new IntervalText(
              text,
              both.group(2).strip(),
              both.group(1).equals("["),
              both.group(3).strip(),
              both.group(4).equals("]")));
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      String end = comparison.group(2).strip();
      boolean included = comparison.group(1).endsWith("=");
      return Optional.of(
          comparison.group(1).startsWith(">")
              ? new IntervalText(text, end, included, null, false)
              : new IntervalText(text, null, false, end, included));
    }
    return Optional.empty();
  }

  /**
   * The interval between the ends.
   *
   * @param reader reads an end, and reports what it cannot read; it is called for each end
   * @return empty when an end cannot be read
   */
  public Optional<Interval> read(Function<String, ? extends Optional<?>> reader) {
    Optional<?> from = low == null ? Optional.empty() : reader.apply(low);
    Optional<?> to = high == null ? Optional.empty() : reader.apply(high);
    return low != null && from.isEmpty() || high != null && to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Interval(
                (Comparable<?>) from.orElse(null),
                lowIncluded,
                (Comparable<?>) to.orElse(null),
                highIncluded));
  }
}
