package io.redress.console.home;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A bar of a bar chart.
 *
 * @param share percent of the sum
 * @param length 100 for the largest amount
 */
record Bar(String name, long amount, double share, double length) {
  private static final double PERCENT = 100;

  static <T> List<Bar> of(List<T> all, Function<T, String> name, ToLongFunction<T> amount) {
    long largest = all.stream().mapToLong(amount).max().orElse(1);
    long sum = Math.max(1, all.stream().mapToLong(amount).sum());
    return all.stream()
        .map(
            one -> {
              long value = amount.applyAsLong(one);
              return new Bar(name.apply(one), value, tenths(value, sum), tenths(value, largest));
            })
        .toList();
  }

  private static double tenths(long part, long whole) {
    return Math.round(PERCENT * 10 * part / whole) / 10.0;
  }
}
