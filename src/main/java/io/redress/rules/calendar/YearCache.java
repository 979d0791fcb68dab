package io.redress.rules.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * What is worked out once for each year and then remembered.
 *
 * <p>Years far from ours are worked out anew each time, so that disputes with odd dates can not
 * fill the memory.
 */
final class YearCache<T extends Object> {
  static final int FIRST = 1990;
  static final int LAST = 2100;

  private final IntFunction<T> work;
  private final Map<Integer, T> known = new ConcurrentHashMap<>();

  YearCache(IntFunction<T> work) {
    this.work = work;
  }

  T of(int year) {
    return near(year) ? known.computeIfAbsent(year, work::apply) : work.apply(year);
  }

  /** Whether the year is one in which disputes happen. */
  static boolean near(int year) {
    return year >= FIRST && year <= LAST;
  }
}
