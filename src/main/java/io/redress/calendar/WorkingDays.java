package io.redress.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The days on which a country works: not in closures, not at weekends, unless a weekend day is made
 * up for a closure.
 */
public final class WorkingDays {
  private final ZoneId zone;
  private final Set<DayOfWeek> weekend;
  private final List<Closure> closures;
  private final Set<LocalDate> madeUp;
  private final Predicate<LocalDate> publicHoliday;
  private final int publishedThrough;
  private final int handlingDays;

  WorkingDays(
      ZoneId zone,
      Set<DayOfWeek> weekend,
      List<Closure> closures,
      Set<LocalDate> madeUp,
      Predicate<LocalDate> publicHoliday,
      int publishedThrough,
      int handlingDays) {
    this.zone = zone;
    this.weekend = Set.copyOf(weekend);
    this.closures = closures.stream().sorted(Comparator.comparing(Closure::from)).toList();
    this.madeUp = Set.copyOf(madeUp);
    this.publicHoliday = publicHoliday;
    this.publishedThrough = publishedThrough;
    this.handlingDays = handlingDays;
  }

  /** Whether the country's days off are known up to and with this day. */
  public boolean published(LocalDate day) {
    return day.getYear() <= publishedThrough;
  }

  public boolean works(LocalDate day) {
    if (madeUp.contains(day)) {
      return true;
    }
    return !weekend.contains(day.getDayOfWeek())
        && closureOn(day).isEmpty()
        && !publicHoliday.test(day);
  }

  /** The working day that is so many working days after a day, itself not counted. */
  public LocalDate add(LocalDate day, int workingDays) {
    LocalDate reached = day;
    for (int left = workingDays; left > 0; left--) {
      reached = onOrAfter(reached.plusDays(1));
    }
    return reached;
  }

  /** The day itself where it is a working day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate next = day;
    while (!works(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The first closure that has a day in the seller's usual handling time from that day on. */
  public Optional<Closure> closureTouchingHandling(LocalDate day) {
    LocalDate handled = handledOn(day);
    return closures.stream().filter(closure -> closure.touches(day, handled)).findFirst();
  }

  /** The day on which a parcel is usually handed over when work on it starts on the given day. */
  public LocalDate handledOn(LocalDate day) {
    return add(day, handlingDays);
  }

  ZoneId zone() {
    return zone;
  }

  private Optional<Closure> closureOn(LocalDate day) {
    int low = 0;
    int high = closures.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Closure closure = closures.get(middle);
      if (closure.holds(day)) {
        return Optional.of(closure);
      }
      if (closure.from().isAfter(day)) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return Optional.empty();
  }
}
