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
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Public holidays, computed by jollyday: for many countries all of them, for others some. */
final class PublicHolidays {
  private static final Set<String> COUNTRIES =
      withOwnClassLoader(HolidayManager::getSupportedCalendarCodes);

  /** Jollyday's names of holidays, by key. */
  private static final String DESCRIPTIONS = "descriptions.holiday_descriptions";

  private PublicHolidays() {}

  /** Warms up jollyday, which takes half a second, so that no dispute waits for it. */
  static void prepare() {
    in(new Country("US"), YearCache.LAST);
  }

  /** Whether some holidays of the country can be computed, which need not be all of them. */
  static boolean known(Country country) {
    return COUNTRIES.contains(country.code());
  }

  /**
   * Returns the holidays of a year in the order of their days; empty when they cannot be computed.
   *
   * <p>A holiday may be observed in the year before or after its own: New Year 2028 is a Saturday,
   * which the United States observe on 31 December 2027.
   */
  static List<Period> in(Country country, int year) {
    if (!known(country) || !YearCache.isCached(year)) {
      return List.of();
    }
    var calendar = ManagerParameters.create(country.code().toLowerCase(Locale.ROOT));
    return withOwnClassLoader(
            () -> {
              HolidayManager holidays = HolidayManager.getInstance(calendar);
              return IntStream.rangeClosed(year - 1, year + 1)
                  .mapToObj(some -> holidays.getHolidays(Year.of(some)))
                  .flatMap(Set::stream)
                  .toList();
            })
        .stream()
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .filter(holiday -> holiday.getDate().getYear() == year)
        .map(holiday -> new Period(name(holiday), holiday.getDate(), holiday.getDate()))
        .distinct()
        .sorted(Comparator.comparing(Period::from).thenComparing(Period::name))
        .toList();
  }

  /** The names that holidays of any country can have. */
  static Set<String> names() {
    return withOwnClassLoader(
        () ->
            ResourceBundle.getBundle(DESCRIPTIONS, Locale.ROOT).keySet().stream()
                .map(PublicHolidays::name)
                .collect(Collectors.toSet()));
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
    return name(holiday.getPropertiesKey());
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }
}
