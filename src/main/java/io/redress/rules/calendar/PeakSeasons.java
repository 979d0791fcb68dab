package io.redress.rules.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Peak seasons: times of the year with many and slow parcels. */
final class PeakSeasons {
  private final List<Season> seasons;
  private final YearCache<List<Period>> years = new YearCache<>(this::latestFirst);

  PeakSeasons(List<Season> seasons) {
    this.seasons = List.copyOf(seasons);
  }

  Set<String> names() {
    return seasons.stream().map(Season::name).collect(Collectors.toSet());
  }

  /** Returns the season on the day; of several the one that began last. */
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

  /** A season, which may end in the following year. */
  record Season(String name, YearlyDay from, YearlyDay to) {

    /** Returns the occurrences that have a day in the year. */
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
