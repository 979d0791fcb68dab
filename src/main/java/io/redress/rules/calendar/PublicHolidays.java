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

/** Public holidays as jollyday computes them; it knows most countries, and not China. */
final class PublicHolidays {
  private static final Set<String> COUNTRIES = asLoaded(HolidayManager::getSupportedCalendarCodes);

  private PublicHolidays() {}

  /** Loads what takes half a second the first time, lest a dispute has to wait for it. */
  static void prepare() {
    in(new Country("US"), YearCache.LAST);
  }

  /** Whether the country's holidays of that year can be computed. */
  static boolean known(Country country, int year) {
    return COUNTRIES.contains(country.code()) && YearCache.near(year);
  }

  /** The holidays of a year, in the order of their days; none where they are not known. */
  static List<Period> in(Country country, int year) {
    if (!known(country, year)) {
      return List.of();
    }
    var calendar = ManagerParameters.create(country.code().toLowerCase(Locale.ROOT));
    return asLoaded(() -> HolidayManager.getInstance(calendar).getHolidays(Year.of(year))).stream()
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .map(holiday -> new Period(name(holiday), holiday.getDate(), holiday.getDate()))
        .sorted(Comparator.comparing(Period::from).thenComparing(Period::name))
        .toList();
  }

  /** Jollyday finds its parts through the thread's class loader, which may be any. */
  private static <T> T asLoaded(Supplier<T> asking) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
    try {
      return asking.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String name(Holiday holiday) {
    String key = holiday.getPropertiesKey();
    return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }
}
