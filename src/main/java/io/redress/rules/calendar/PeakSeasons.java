package io.redress.rules.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All times of the year in which parcels are many and slow. */
final class PeakSeasons {
  private final List<Season> seasons;
  private final YearCache<List<Period>> years = new YearCache<>(this::latestFirst);

  PeakSeasons(List<Season> seasons) {
    this.seasons = List.copyOf(seasons);
  }

  /** The season in which the day lies; of several the one that began last. */
  Optional<Period> on(LocalDate day) {
    for (Period season : years.of(day.getYear())) {
      if (season.holds(day)) {
        return Optional.of(season);
      }
    }
    return Optional.empty();
  }

  private List<Period> latestFirst(int year) {
    return seasons.stream()
        .flatMap(season -> season.touching(year))
        .sorted(Comparator.comparing(Period::from).reversed())
        .toList();
  }

  /** One time of the year, which may end in the year after. */
  record Season(String name, YearlyDay from, YearlyDay to) {

    /** Its occurrences that have a day in the year. */
    private Stream<Period> touching(int year) {
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
}
