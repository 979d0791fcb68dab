package io.redress.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** A time of the year in which parcels are many and slow; it may end in the year after. */
record PeakSeason(String name, YearlyDay from, YearlyDay to) {

  /** The first day of the season in which the day lies. */
  Optional<LocalDate> begunBy(LocalDate day) {
    for (int year = day.getYear(); year >= day.getYear() - 1; year--) {
      LocalDate first = from.inYear().apply(year);
      LocalDate last = to.inYear().apply(year);
      if (last.isBefore(first)) {
        last = to.inYear().apply(year + 1);
      }
      if (!day.isBefore(first) && !day.isAfter(last)) {
        return Optional.of(first);
      }
    }
    return Optional.empty();
  }
}
