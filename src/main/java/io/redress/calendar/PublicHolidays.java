package io.redress.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.redress.dispute.Country;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Public holidays as jollyday computes them, remembered by country and year. */
final class PublicHolidays {
  private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes();
  private static final Map<CountryYear, Map<LocalDate, String>> SEEN = new ConcurrentHashMap<>();

  private PublicHolidays() {}

  /** The name of the holiday, such as {@code CHRISTMAS}; empty where the country has none then. */
  static Optional<String> on(Country country, LocalDate day) {
    return Optional.ofNullable(
        SEEN.computeIfAbsent(new CountryYear(country, day.getYear()), PublicHolidays::compute)
            .get(day));
  }

  private static Map<LocalDate, String> compute(CountryYear wanted) {
    String code = wanted.country.code().toLowerCase(Locale.ROOT);
    if (!COUNTRIES.contains(code)) {
      return Map.of();
    }
    return HolidayManager.getInstance(ManagerParameters.create(code))
        .getHolidays(Year.of(wanted.year))
        .stream()
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .collect(Collectors.toMap(Holiday::getDate, PublicHolidays::name, PublicHolidays::first));
  }

  private static String name(Holiday holiday) {
    String key = holiday.getPropertiesKey();
    return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }

  private static String first(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private record CountryYear(Country country, int year) {}
}
