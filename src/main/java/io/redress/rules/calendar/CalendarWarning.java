package io.redress.rules.calendar;

import io.redress.domain.decision.Warning;
import java.time.LocalDate;

/** Warnings about days that the calendars do not cover. */
public final class CalendarWarning {
  private CalendarWarning() {}

  /** The days off of the day's year are not in the calendar; they are announced year by year. */
  public static Warning notPublished(LocalDate day) {
    return new Warning(
        Warning.Code.CALENDAR_NOT_PUBLISHED,
        "/asOf",
        "The days off of "
            + day.getYear()
            + " in the seller's country are not in the calendar, so no day in it is promised.");
  }
}
