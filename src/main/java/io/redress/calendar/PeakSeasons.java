package io.redress.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All times of the year in which parcels are many and slow. */
final class PeakSeasons {
  private final List<PeakSeason> seasons;
  private final ByYear<List<Period>> years = new ByYear<>(this::latestFirst);

  PeakSeasons(List<PeakSeason> seasons) {
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
}
