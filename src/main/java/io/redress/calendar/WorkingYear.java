package io.redress.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One year of a country.
 *
 * @param working the days of the year, from 1, on which it works
 * @param closures those with a day in the year, by their last day; no two share a day
 */
record WorkingYear(BitSet working, NavigableMap<LocalDate, Period> closures) {

  /** The first closure that has a day in the span. */
  Optional<Period> closureTouching(LocalDate from, LocalDate to) {
    return Optional.ofNullable(closures.ceilingEntry(from))
        .map(entry -> entry.getValue())
        .filter(closure -> closure.touches(from, to));
  }
}
