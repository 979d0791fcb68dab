package io.redress.calendar;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A time of the year in which parcels are many and slow; it may end in the year after. */
record PeakSeason(String name, YearlyDay from, YearlyDay to) {

  /** Its occurrences that have a day in the year. */
  Stream<Period> touching(int year) {
    return IntStream.rangeClosed(year - 1, year)
        .mapToObj(this::beginningIn)
        .distinct()
        .filter(period -> period.touches(year));
  }

  private Period beginningIn(int year) {
    LocalDate first = from.in(year);
    LocalDate last = to.in(year);
    return new Period(name, first, last.isBefore(first) ? to.in(year + 1) : last);
  }
}
