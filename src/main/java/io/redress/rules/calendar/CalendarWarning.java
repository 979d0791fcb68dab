package io.redress.rules.calendar;

import io.redress.domain.decision.Warning;
import java.time.LocalDate;

/** What calendars can not know yet. */
public final class CalendarWarning {
  private CalendarWarning() {}

  /** Days off are announced year by year; those of the day's year are not in the calendar. */
  public static Warning notPublished(LocalDate day) {
    return new Warning(
        "CALENDAR_NOT_PUBLISHED",
        "/asOf",
        "The days off of "
            + day.getYear()
            + " in the seller's country are not in the calendar, so no shipping day is promised.");
  }
}
