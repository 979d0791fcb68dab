package io.redress.rules.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.redress.domain.dispute.Country;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Public holidays, computed by jollyday for most countries, but not for China. */
final class PublicHolidays {
  private static final Set<String> COUNTRIES =
      withOwnClassLoader(HolidayManager::getSupportedCalendarCodes);

  private PublicHolidays() {}

  /** Warms up jollyday, which takes half a second, so that no dispute waits for it. */
  static void prepare() {
    in(new Country("US"), YearCache.LAST);
  }

  /** Whether the holidays of the country in that year can be computed. */
  static boolean known(Country country, int year) {
    return COUNTRIES.contains(country.code()) && YearCache.isCached(year);
  }

  /**
   * Returns the holidays of a year in the order of their days; empty when they cannot be computed.
   */
  static List<Period> in(Country country, int year) {
    if (!known(country, year)) {
      return List.of();
    }
    var calendar = ManagerParameters.create(country.code().toLowerCase(Locale.ROOT));
    return withOwnClassLoader(() -> HolidayManager.getInstance(calendar).getHolidays(Year.of(year)))
        .stream()
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .map(holiday -> new Period(name(holiday), holiday.getDate(), holiday.getDate()))
        .sorted(Comparator.comparing(Period::from).thenComparing(Period::name))
        .toList();
  }

  /** Jollyday loads its parts through the thread's context class loader, which may be any. */
  private static <T> T withOwnClassLoader(Supplier<T> call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
    try {
      return call.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String name(Holiday holiday) {
    String key = holiday.getPropertiesKey();
    return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }
}
