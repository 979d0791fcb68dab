package io.redress.rules.calendar;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import io.redress.domain.dispute.Country;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the sheet of countries.
 *
 * @param weekend days of the week off; never all seven
 * @param publishedThrough the last year whose closures are in the workbook; null when public
 *     holidays are computed
 * @param handlingDays working days that a seller usually takes to hand over a parcel
 */
record CountrySettings(
    Country country,
    ZoneId zone,
    Set<DayOfWeek> weekend,
    @Nullable Integer publishedThrough,
    int handlingDays) {

  CountrySettings {
    weekend = Set.copyOf(weekend);
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException(country + " has no working day in the week");
    }
  }

  /** Returns settings for a country that the workbook does not list: Monday to Friday. */
  static CountrySettings defaults(Country country, int handlingDays) {
    return new CountrySettings(
        country,
        onlyZone(country),
        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
        null,
        handlingDays);
  }

  /** Returns UTC for countries with several time zones. */
  private static ZoneId onlyZone(Country country) {
    Set<String> zones =
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country.code(), null);
    return zones.size() == 1 ? ZoneId.of(zones.iterator().next()) : ZoneOffset.UTC;
  }
}
