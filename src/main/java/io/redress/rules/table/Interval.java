package io.redress.rules.table;

import org.jspecify.annotations.Nullable;

/**
 * A range of numbers or of days; {@link IntervalText} reads what {@link #text} writes.
 *
 * @param low null where it has no lower end
 * @param high null where it has no upper end
 */
@SuppressWarnings({"unchecked", "rawtypes"})
public record Interval(
    @Nullable Comparable low,
    boolean lowIncluded,
    @Nullable Comparable high,
    boolean highIncluded) {

  public static Interval of(Comparable<?> value) {
    return new Interval(value, true, value, true);
  }

  /** As a cell says it: {@code 5}, {@code >= 5}, {@code [5..10)}. */
  public String text() {
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
  public boolean apart(Interval other) {
    return below(other) || other.below(this);
  }

  private boolean below(Interval other) {
    if (high == null || other.low == null) {
      return false;
    }
    int order = high.compareTo(other.low);
    return order < 0 || order == 0 && !(highIncluded && other.lowIncluded);
  }

  /** Whether a value of the type of its ends is in it. */
  public boolean holds(Object value) {
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

  /** Whether no value can be in it. */
  public boolean reversed() {
    if (low == null || high == null) {
      return false;
    }
    int order = low.compareTo(high);
    return order > 0 || order == 0 && !(lowIncluded && highIncluded);
  }
}
