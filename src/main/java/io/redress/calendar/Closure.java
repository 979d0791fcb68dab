package io.redress.calendar;

import java.time.LocalDate;

/**
 * Days in a row on which a country does not work.
 *
 * @param name such as {@code SPRING_FESTIVAL}
 * @param from first day, included
 * @param to last day, included
 */
public record Closure(String name, LocalDate from, LocalDate to) {

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean touches(LocalDate first, LocalDate last) {
    return !to.isBefore(first) && !from.isAfter(last);
  }
}
