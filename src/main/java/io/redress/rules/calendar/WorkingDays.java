package io.redress.rules.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The working days of a country: no closures, no public holidays, and no weekends except make-up
 * days.
 */
public final class WorkingDays {
  private final CountrySettings settings;
  private final List<Period> closures;
  private final Set<LocalDate> makeUpDays;
  private final YearCache<WorkingYear> years = new YearCache<>(this::compute);

  WorkingDays(CountrySettings settings, List<Period> closures, Set<LocalDate> makeUpDays) {
    this.settings = settings;
    this.closures = List.copyOf(closures);
    this.makeUpDays = Set.copyOf(makeUpDays);
  }

  /** Whether the days off in the year of the day are known. */
  public boolean published(LocalDate day) {
    int year = day.getYear();
    Integer through = settings.publishedThrough();
    return through == null
        ? PublicHolidays.known(settings.country(), year)
        : year <= through
            && closures.stream().anyMatch(closure -> closure.from().getYear() <= year);
  }

  /** Whether the country works on the day. */
  public boolean works(LocalDate day) {
    return years.of(day.getYear()).working().get(day.getDayOfYear());
  }

  /** Returns the day that is the given number of working days after a day. */
  public LocalDate add(LocalDate day, int workingDays) {
    int year = day.getYear();
    int reached = day.getDayOfYear();
    BitSet working = years.of(year).working();
    int left = workingDays;
    while (left > 0) {
      reached = working.nextSetBit(reached + 1);
      if (reached > 0) {
        left--;
      } else {
        working = years.of(++year).working();
        reached = 0;
      }
    }
    return LocalDate.ofYearDay(year, reached);
  }

  /** Returns the day itself when it is a working day, else the next working day. */
  public LocalDate onOrAfter(LocalDate day) {
    return works(day) ? day : add(day, 1);
  }

  /** Returns the closure or public holiday on the day. */
  Optional<Period> closureOn(LocalDate day) {
    return closureTouching(day, day);
  }

  /** Returns the first closure or public holiday with a day in the range, both ends included. */
  Optional<Period> closureTouching(LocalDate from, LocalDate to) {
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      Optional<Period> closure = years.of(year).closureTouching(from, to);
      if (closure.isPresent()) {
        return closure;
      }
    }
    return Optional.empty();
  }

  /** Returns the first closure within the seller's usual handling time from that day on. */
  public Optional<Period> closureTouchingHandling(LocalDate day) {
    return closureTouching(day, handledOn(day));
  }

  /**
   * Returns the day on which a parcel is usually handed over when handling starts on the given day.
   */
  public LocalDate handledOn(LocalDate day) {
    return add(day, handlingDays());
  }

  ZoneId zone() {
    return settings.zone();
  }

  /** Working days that a seller usually takes to hand over a parcel. */
  int handlingDays() {
    return settings.handlingDays();
  }

  private WorkingYear compute(int year) {
    NavigableMap<LocalDate, Period> closed = new TreeMap<>();
    closures.stream()
        .filter(closure -> closure.touches(year))
        .forEach(closure -> closed.put(closure.to(), closure));
    for (Period holiday : PublicHolidays.in(settings.country(), year)) {
      if (closed.values().stream().noneMatch(closure -> closure.holds(holiday.from()))) {
        closed.put(holiday.to(), holiday);
      }
    }
    BitSet working = new BitSet();
    for (int number = 1; number <= Year.of(year).length(); number++) {
      LocalDate day = LocalDate.ofYearDay(year, number);
      boolean off =
          settings.weekend().contains(day.getDayOfWeek())
              || closed.values().stream().anyMatch(closure -> closure.holds(day));
      working.set(number, !off || makeUpDays.contains(day));
    }
    return new WorkingYear(working, closed);
  }

  /**
   * The working days of one year.
   *
   * @param working the days of the year, from 1, on which the country works
   * @param closures with a day in the year, by their last day; they do not overlap
   */
  private record WorkingYear(BitSet working, NavigableMap<LocalDate, Period> closures) {

    Optional<Period> closureTouching(LocalDate from, LocalDate to) {
      return Optional.ofNullable(closures.ceilingEntry(from))
          .map(Map.Entry::getValue)
          .filter(closure -> closure.touches(from, to));
    }
  }
}
