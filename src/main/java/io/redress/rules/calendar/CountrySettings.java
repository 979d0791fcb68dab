package io.redress.rules.calendar;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Calendar.WeekData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import io.redress.domain.dispute.Country;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the sheet of countries.
 *
 * @param weekend days of the week off; never all seven
 * @param holidays where the public holidays come from
 * @param published the years whose days off are complete; null when there are none
 * @param handlingDays working days that a seller usually takes to hand over a parcel
 */
record CountrySettings(
    Country country,
    ZoneId zone,
    Set<DayOfWeek> weekend,
    Holidays holidays,
    @Nullable Years published,
    int handlingDays) {

  CountrySettings {
    weekend = Set.copyOf(weekend);
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException(country + " has no working day in the week");
    }
  }

  /** Where the public holidays of a country come from. */
  enum Holidays {
    /** Computed, with the closures of the workbook in addition. */
    COMPUTED,
    /** In published years the closures of the workbook alone. */
    LISTED
  }

  /** Years in a row, both included. */
  record Years(int first, int last) {}

  boolean published(int year) {
    return published != null && year >= published.first && year <= published.last;
  }

  /**
   * Returns settings for a country that the workbook does not list: its usual weekend, and no year
   * whose days off are known to be complete.
   */
  static CountrySettings defaults(Country country, int handlingDays) {
    return new CountrySettings(
        country, onlyZone(country), usualWeekend(country), Holidays.COMPUTED, null, handlingDays);
  }

  private static Set<DayOfWeek> usualWeekend(Country country) {
    WeekData week = Calendar.getWeekDataForRegion(country.code());
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    DayOfWeek last = ofIcu(week.weekendCease);
    DayOfWeek day = ofIcu(week.weekendOnset);
    while (weekend.add(day) && day != last) {
      day = day.plus(1);
    }
    return weekend;
  }

  /** ICU counts from Sunday. */
  private static DayOfWeek ofIcu(int day) {
    return DayOfWeek.SUNDAY.plus(day - Calendar.SUNDAY);
  }

  /** Returns UTC for countries with several time zones. */
  private static ZoneId onlyZone(Country country) {
    Set<String> zones =
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country.code(), null);
    return zones.size() == 1 ? ZoneId.of(zones.iterator().next()) : ZoneOffset.UTC;
  }
}
