package io.redress.rules.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** Whether all days off in the year of the day are known; else no day in it is promised. */
  public boolean published(LocalDate day) {
    return settings.published(day.getYear());
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

  /** Returns the last working day that is not after the day. */
  private LocalDate onOrBefore(LocalDate day) {
    LocalDate found = day;
    while (!works(found)) {
      found = found.minusDays(1);
    }
    return found;
  }

  /**
   * Returns the day that is the given number of working days later, to promise it; empty when a day
   * on the way is in a year that is not published.
   */
  public Optional<LocalDate> promised(LocalDate asOf, int workingDays) {
    LocalDate day = onOrAfter(add(asOf, workingDays));
    return published(asOf) && published(day) ? Optional.of(day) : Optional.empty();
  }

  /**
   * Returns the working day by which the seller looks at a dispute again: the given number of days
   * later, or the next working day, but not after the limit or in a year that is not published.
   * Empty when no working day remains.
   *
   * @param limit the last day that is of use, such as the one by which the seller ships
   */
  public Optional<LocalDate> reviewBy(LocalDate asOf, int days, @Nullable LocalDate limit) {
    if (!published(asOf)) {
      return Optional.empty();
    }
    LocalDate day = onOrAfter(asOf.plusDays(days));
    if (limit != null && day.isAfter(limit)) {
      day = onOrBefore(limit);
    }
    while (!published(day)) {
      day = onOrBefore(day.with(TemporalAdjusters.firstDayOfYear()).minusDays(1));
    }
    return day.isBefore(asOf) ? Optional.empty() : Optional.of(day);
  }

  /** Returns the closure or public holiday on the day. */
  Optional<Period> closureOn(LocalDate day) {
    return years.of(day.getYear()).closureOn(day);
  }

  /**
   * Returns the first closure or public holiday with a day in the range, both ends included, unless
   * it falls on a weekend and so takes no working day.
   */
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

  /** Returns the first working day after a closure. */
  public LocalDate resumesAfter(Period closure) {
    return onOrAfter(closure.to().plusDays(1));
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
    for (Period holiday : computedHolidays(year)) {
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
    return new WorkingYear(working, closed, takingWorkingDays(closed));
  }

  /** Where nothing is listed for a year, some computed holidays are better than none. */
  private List<Period> computedHolidays(int year) {
    return settings.holidays() == CountrySettings.Holidays.LISTED && settings.published(year)
        ? List.of()
        : PublicHolidays.in(settings.country(), year);
  }

  private NavigableMap<LocalDate, Period> takingWorkingDays(NavigableMap<LocalDate, Period> all) {
    NavigableMap<LocalDate, Period> some = new TreeMap<>(all);
    some.values()
        .removeIf(
            closure ->
                closure.days().allMatch(day -> settings.weekend().contains(day.getDayOfWeek())));
    return some;
  }

  /**
   * The working days of one year.
   *
   * @param working the days of the year, from 1, on which the country works
   * @param closures with a day in the year, by their last day; they do not overlap
   * @param felt closures that are not on a weekend only
   */
  private record WorkingYear(
      BitSet working,
      NavigableMap<LocalDate, Period> closures,
      NavigableMap<LocalDate, Period> felt) {

    Optional<Period> closureOn(LocalDate day) {
      return touching(closures, day, day);
    }

    Optional<Period> closureTouching(LocalDate from, LocalDate to) {
      return touching(felt, from, to);
    }

    private static Optional<Period> touching(
        NavigableMap<LocalDate, Period> closures, LocalDate from, LocalDate to) {
      return Optional.ofNullable(closures.ceilingEntry(from))
          .map(Map.Entry::getValue)
          .filter(closure -> closure.touches(from, to));
    }
  }
}
