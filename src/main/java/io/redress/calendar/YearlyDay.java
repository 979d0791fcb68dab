package io.redress.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that comes every year: {@code 12-01}, {@code 11-11 + 30} or {@code 4TH THURSDAY OF NOVEMBER
 * + 1}, the number after the plus sign being days.
 */
record YearlyDay(IntFunction<LocalDate> inYear) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d\\d-\\d\\d)|(\\d)(?:ST|ND|RD|TH) ([A-Z]+) OF ([A-Z]+))(?: \\+ (\\d+))?");

  static Optional<YearlyDay> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int later = form.group(5) == null ? 0 : Integer.parseInt(form.group(5));
    try {
      IntFunction<LocalDate> day = form.group(1) == null ? weekday(form) : fixed(form.group(1));
      return Optional.of(new YearlyDay(year -> day.apply(year).plusDays(later)));
    } catch (DateTimeException | IllegalArgumentException noSuchDay) {
      return Optional.empty();
    }
  }

  private static IntFunction<LocalDate> fixed(String monthAndDay) {
    return MonthDay.parse("--" + monthAndDay)::atYear;
  }

  private static IntFunction<LocalDate> weekday(Matcher form) {
    int which = Integer.parseInt(form.group(2));
    DayOfWeek weekday = DayOfWeek.valueOf(form.group(3));
    Month month = Month.valueOf(form.group(4));
    return year ->
        LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
  }
}
