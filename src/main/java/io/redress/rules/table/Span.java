package io.redress.rules.table;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of numbers or of days.
 *
 * @param low null where it has no lower end
 * @param high null where it has no upper end
 */
@SuppressWarnings({"unchecked", "rawtypes"})
public record Span(
    @Nullable Comparable low,
    boolean lowIncluded,
    @Nullable Comparable high,
    boolean highIncluded) {

  static Span of(Comparable<?> value) {
    return new Span(value, true, value, true);
  }

  /** As a cell says it: {@code 5}, {@code >= 5}, {@code [5..10)}. */
  String text() {
    if (low == null) {
      return high == null ? "-" : (highIncluded ? "<= " : "< ") + Values.text(high);
    }
    if (high == null) {
      return (lowIncluded ? ">= " : "> ") + Values.text(low);
    }
    return low.equals(high) && lowIncluded && highIncluded
        ? Values.text(low)
        : (lowIncluded ? "[" : "(")
            + Values.text(low)
            + ".."
            + Values.text(high)
            + (highIncluded ? "]" : ")");
  }

  /** Whether no value is in both. */
  public boolean apart(Span other) {
    return below(other) || other.below(this);
  }

  private boolean below(Span other) {
    if (high == null || other.low == null) {
      return false;
    }
    int order = high.compareTo(other.low);
    return order < 0 || order == 0 && !(highIncluded && other.lowIncluded);
  }

  boolean holds(Object value) {
    if (low != null) {
      int above = ((Comparable) value).compareTo(low);
      if (above < 0 || above == 0 && !lowIncluded) {
        return false;
      }
    }
    if (high != null) {
      int below = ((Comparable) value).compareTo(high);
      return below < 0 || below == 0 && highIncluded;
    }
    return true;
  }

  boolean reversed() {
    if (low == null || high == null) {
      return false;
    }
    int order = low.compareTo(high);
    return order > 0 || order == 0 && !(lowIncluded && highIncluded);
  }
}
