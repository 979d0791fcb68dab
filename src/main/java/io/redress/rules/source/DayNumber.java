package io.redress.rules.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The numbers by which cells store days (ECMA-376, part 1, 18.17.4.1): day 1 is 1 January 1900, or
 * day 0 is 1 January 1904 in workbooks that count from there, as old Macs did.
 */
public final class DayNumber {
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

  /** Day 60 is 29 February 1900, which never was: the days before it count from one day later. */
  private static final int NO_DAY = 60;

  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

  private DayNumber() {}

  /** The day of a number. */
  static LocalDate day(long number, boolean from1904) {
    return from1904
        ? FROM_1904.plusDays(number)
        : FROM_1900.plusDays(number < NO_DAY ? number + 1 : number);
  }

  /** The number of a day; negative or 0 if it is before the first that a cell can store. */
  public static long of(LocalDate day, boolean from1904) {
    if (from1904) {
      return ChronoUnit.DAYS.between(FROM_1904, day);
    }
    long number = ChronoUnit.DAYS.between(FROM_1900, day);
    return number > NO_DAY ? number : number - 1;
  }
}
