package io.redress.rules.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A named range of days: a closure, a public holiday or a peak season.
 *
 * @param name such as {@code SPRING_FESTIVAL}
 * @param from first day, included
 * @param to last day, included
 */
public record Period(String name, LocalDate from, LocalDate to) {

  boolean holds(LocalDate day) {
    return touches(day, day);
  }

  boolean touches(LocalDate first, LocalDate last) {
    return !to.isBefore(first) && !from.isAfter(last);
  }

  Stream<LocalDate> days() {
    return from.datesUntil(to.plusDays(1));
  }

  boolean touches(int year) {
    return from.getYear() <= year && to.getYear() >= year;
  }
}
