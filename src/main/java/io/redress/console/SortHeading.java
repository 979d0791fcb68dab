package io.redress.console;

import org.jspecify.annotations.Nullable;

/**
 * The heading of a column by which a list can be sorted.
 *
 * @param label message key
 * @param href the list sorted by this column, or in reverse if it is already
 * @param direction {@code ascending} or {@code descending}; null if sorted by another column
 */
public record SortHeading(String label, String href, @Nullable String direction) {
  /**
   * @param sorted the column of the present order, after a minus if it is descending
   */
  public static SortHeading of(ListQuery query, String column, String label, String sorted) {
    boolean rising = sorted.equals(column);
    boolean falling = sorted.equals("-" + column);
    return new SortHeading(
        label,
        query.sorted(rising ? "-" + column : column),
        rising ? "ascending" : falling ? "descending" : null);
  }
}
