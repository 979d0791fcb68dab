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
 * The days on which a country works: not in closures or on public holidays, and not at weekends
 * unless the day is made up for a closure.
 */
public final class WorkingDays {
  private final CountrySettings habits;
  private final List<Period> closures;
  private final Set<LocalDate> madeUp;
  private final YearCache<WorkingYear> years = new YearCache<>(this::workOut);

  WorkingDays(CountrySettings habits, List<Period> closures, Set<LocalDate> madeUp) {
    this.habits = habits;
    this.closures = List.copyOf(closures);
    this.madeUp = Set.copyOf(madeUp);
  }

  /** Whether the country's days off in the year of this day are known. */
  public boolean published(LocalDate day) {
    int year = day.getYear();
    Integer through = habits.publishedThrough();
    return through == null
        ? PublicHolidays.known(habits.country(), year)
        : year <= through
            && closures.stream().anyMatch(closure -> closure.from().getYear() <= year);
  }

  boolean works(LocalDate day) {
    return years.of(day.getYear()).working().get(day.getDayOfYear());
  }

  /** The working day that is so many working days after a day, itself not counted. */
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

  /** The day itself where it is a working day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    return works(day) ? day : add(day, 1);
  }

  /** The closure or public holiday in which the day lies. */
  Optional<Period> closureOn(LocalDate day) {
    return closureTouching(day, day);
  }

  /** The first closure or public holiday that has a day from the one day to the other. */
  Optional<Period> closureTouching(LocalDate from, LocalDate to) {
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      Optional<Period> closure = years.of(year).closureTouching(from, to);
      if (closure.isPresent()) {
        return closure;
      }
    }
    return Optional.empty();
  }

  /** The first closure that has a day in the seller's usual handling time from that day on. */
  public Optional<Period> closureTouchingHandling(LocalDate day) {
    return closureTouching(day, handledOn(day));
  }

  /** The day on which a parcel is usually handed over when work on it starts on the given day. */
  public LocalDate handledOn(LocalDate day) {
    return add(day, handlingDays());
  }

  ZoneId zone() {
    return habits.zone();
  }

  /** Working days that a seller usually takes to hand over a parcel. */
  int handlingDays() {
    return habits.handlingDays();
  }

  private WorkingYear workOut(int year) {
    NavigableMap<LocalDate, Period> closed = new TreeMap<>();
    closures.stream()
        .filter(closure -> closure.touches(year))
        .forEach(closure -> closed.put(closure.to(), closure));
    for (Period holiday : PublicHolidays.in(habits.country(), year)) {
      if (closed.values().stream().noneMatch(closure -> closure.holds(holiday.from()))) {
        closed.put(holiday.to(), holiday);
      }
    }
    BitSet working = new BitSet();
    for (int number = 1; number <= Year.of(year).length(); number++) {
      LocalDate day = LocalDate.ofYearDay(year, number);
      boolean off =
          habits.weekend().contains(day.getDayOfWeek())
              || closed.values().stream().anyMatch(closure -> closure.holds(day));
      working.set(number, !off || madeUp.contains(day));
    }
    return new WorkingYear(working, closed);
  }

  /**
   * One year.
   *
   * @param working the days of the year, from 1, on which the country works
   * @param closures those with a day in the year, by their last day; no two share a day
   */
  private record WorkingYear(BitSet working, NavigableMap<LocalDate, Period> closures) {

    Optional<Period> closureTouching(LocalDate from, LocalDate to) {
      return Optional.ofNullable(closures.ceilingEntry(from))
          .map(Map.Entry::getValue)
          .filter(closure -> closure.touches(from, to));
    }
  }
}
