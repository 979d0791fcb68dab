package io.redress.rules.calendar;

import io.redress.domain.dispute.Country;
import io.redress.rules.source.ProblemCode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The countries that {@code calendar.xlsx} lists, to which its other sheets refer. */
final class CountrySheet {
  private static final int MAX_HANDLING_DAYS = 100;

  private final Map<Country, Listed> countries = new LinkedHashMap<>();

  /** Countries of rows that may have problems of their own, and are listed nevertheless. */
  private final Set<Country> named = new HashSet<>();

  private boolean allRead;

  /** A row, as written. */
  record Listed(
      CalendarRow row,
      Country country,
      ZoneId zone,
      Set<DayOfWeek> weekend,
      CountrySettings.Holidays holidays,
      @Nullable Integer publishedFrom,
      @Nullable Integer publishedThrough,
      int handlingDays) {

    boolean needsClosures() {
      return holidays == CountrySettings.Holidays.LISTED || !PublicHolidays.known(country);
    }
  }

  private CountrySheet(boolean allRead) {
    this.allRead = allRead;
  }

  static CountrySheet read(CalendarSheets sheets) {
    CountrySheet countries = new CountrySheet(sheets.complete(SheetKind.COUNTRIES));
    sheets.rows(SheetKind.COUNTRIES).forEach(countries::read);
    return countries;
  }

  /** Those whose rows could be read, from the top. */
  Collection<Listed> listed() {
    return countries.values();
  }

  /** The country of a row in another sheet; empty after a problem. */
  Optional<Listed> of(CalendarRow row) {
    Optional<Country> country = row.country();
    if (allRead && country.isPresent() && !named.contains(country.get())) {
      row.problem(
          "country",
          ProblemCode.COUNTRY_NOT_LISTED,
          country.get() + " is not listed in the sheet of countries.",
          "Add a row there.");
    }
    return country.map(countries::get);
  }

  private void read(CalendarRow row) {
    Optional<Country> country = row.country();
    country.ifPresentOrElse(named::add, () -> allRead = false);
    Optional<ZoneId> zone = row.zone("zone");
    Optional<Set<DayOfWeek>> weekend = row.weekend("weekend");
    Optional<Integer> handling = row.whole("handlingDays", 0, MAX_HANDLING_DAYS);
    Optional<CountrySettings.Holidays> holidays =
        row.isEmpty("holidays")
            ? Optional.of(CountrySettings.Holidays.COMPUTED)
            : row.word("holidays", CountrySettings.Holidays.class);
    Optional<Integer> from = year(row, "publishedFrom");
    Optional<Integer> through = year(row, "publishedThrough");
    if (country.isEmpty()
        || zone.isEmpty()
        || weekend.isEmpty()
        || holidays.isEmpty()
        || handling.isEmpty()) {
      return;
    }
    var listed =
        new Listed(
            row,
            country.get(),
            zone.get(),
            weekend.get(),
            holidays.get(),
            from.orElse(null),
            through.orElse(null),
            handling.get());
    if (countries.putIfAbsent(country.get(), listed) != null) {
      row.problem(
          "country",
          ProblemCode.DUPLICATE_COUNTRY,
          country.get() + " is listed in a row above.",
          "Delete one of the rows.");
    }
  }

  private static Optional<Integer> year(CalendarRow row, String column) {
    return row.isEmpty(column)
        ? Optional.empty()
        : row.whole(column, YearCache.FIRST, YearCache.LAST);
  }
}
