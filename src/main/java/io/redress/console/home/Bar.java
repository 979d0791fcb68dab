package io.redress.console.home;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One of several amounts, drawn as long as it is large.
 *
 * @param share of all, in percent
 * @param length of the drawing, 100 for the largest
 */
record Bar(String name, long amount, double share, double length) {
  private static final double ALL = 100;

  static <T> List<Bar> of(List<T> all, Function<T, String> name, ToLongFunction<T> amount) {
    long largest = all.stream().mapToLong(amount).max().orElse(1);
    long sum = Math.max(1, all.stream().mapToLong(amount).sum());
    return all.stream()
        .map(
            one -> {
              long its = amount.applyAsLong(one);
              return new Bar(name.apply(one), its, tenths(its, sum), tenths(its, largest));
            })
        .toList();
  }

  private static double tenths(long part, long whole) {
    return Math.round(ALL * 10 * part / whole) / 10.0;
  }
}
