package io.redress.rules.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Caches a value per year.
 *
 * <p>Years outside 1990 to 2100 are computed each time, so that disputes with odd dates cannot fill
 * the memory.
 */
final class YearCache<T extends Object> {
  static final int FIRST = 1990;
  static final int LAST = 2100;

  private final IntFunction<T> compute;
  private final Map<Integer, T> cache = new ConcurrentHashMap<>();

  YearCache(IntFunction<T> compute) {
    this.compute = compute;
  }

  T of(int year) {
    return isCached(year) ? cache.computeIfAbsent(year, compute::apply) : compute.apply(year);
  }

  /** Whether the year is cached. */
  static boolean isCached(int year) {
    return year >= FIRST && year <= LAST;
  }
}
