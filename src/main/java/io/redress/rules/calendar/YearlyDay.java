package io.redress.rules.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first or last day of a peak season: a single date, or a day that recurs every year: {@code
 * 12-01}, {@code 11-11 + 30} or {@code 4TH THURSDAY OF NOVEMBER + 1}, the number after the plus
 * sign being days.
 */
sealed interface YearlyDay {

  /** Returns the day in that year; days added may lead into the next year. */
  LocalDate in(int year);

  /** A single date. */
  record Once(LocalDate day) implements YearlyDay {
    @Override
    public LocalDate in(int year) {
      return day;
    }
  }

  /** A day that recurs every year. */
  record EveryYear(IntFunction<LocalDate> day, int daysLater) implements YearlyDay {
    private static final Pattern FORMAT =
        Pattern.compile(
            "(?:(\\d\\d-\\d\\d)|([1-4])(?:ST|ND|RD|TH) ([A-Z]+) OF ([A-Z]+))"
                + "(?: *\\+ *(\\d{1,3}))?");

    @Override
    public LocalDate in(int year) {
      return day.apply(year).plusDays(daysLater);
    }

    static Optional<YearlyDay> parse(String text) {
      Matcher form = FORMAT.matcher(text.toUpperCase(Locale.ROOT));
      if (!form.matches()) {
        return Optional.empty();
      }
      int later = form.group(5) == null ? 0 : Integer.parseInt(form.group(5));
      try {
        return Optional.of(
            new EveryYear(form.group(1) == null ? weekday(form) : fixed(form.group(1)), later));
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
}
