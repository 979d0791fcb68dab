package io.redress.rules.calendar;

import io.redress.domain.dispute.Country;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Builds calendars from the rows of {@code calendar.xlsx}. */
final class CalendarReader {
  /** Longest closure, in days; a longer one has a mistyped year. */
  private static final int MAX_CLOSURE_DAYS = 366;

  private static final int MAX_HANDLING_DAYS = 100;

  private final CalendarSheets sheets;
  private final Map<Country, Listed> countries = new LinkedHashMap<>();
  private final Map<Country, List<Period>> closures = new HashMap<>();
  private final Map<Country, Set<LocalDate>> madeUp = new HashMap<>();
  private final List<PeakSeasons.Season> peakSeasons = new ArrayList<>();

  private CalendarReader(CalendarSheets sheets) {
    this.sheets = sheets;
  }

  static Calendars read(byte[] workbook, List<RuleProblem> problems) {
    var reader = new CalendarReader(CalendarSheets.read(workbook, problems));
    reader.each(SheetKind.COUNTRIES, reader::country);
    reader.each(SheetKind.CLOSURES, reader::closure);
    reader.each(SheetKind.MAKE_UP_DAYS, reader::makeUpDay);
    reader.each(SheetKind.PEAK_SEASONS, reader::peakSeason);
    reader.countries.values().forEach(reader::lastYearHasClosures);
    return reader.calendars();
  }

  private void each(SheetKind kind, Consumer<CalendarRow> reading) {
    sheets.rows(kind).forEach(reading);
  }

  private void country(CalendarRow row) {
    Optional<Country> country = row.country();
    Optional<ZoneId> zone = row.zone("zone");
    Optional<Set<DayOfWeek>> weekend = row.weekend("weekend");
    Optional<Integer> handling = row.whole("handlingDays", 0, MAX_HANDLING_DAYS);
    Optional<Integer> published =
        row.isEmpty("publishedThrough")
            ? Optional.empty()
            : row.whole("publishedThrough", YearCache.FIRST, YearCache.LAST);
    if (country.isEmpty() || zone.isEmpty() || weekend.isEmpty() || handling.isEmpty()) {
      return;
    }
    var settings =
        new CountrySettings(
            country.get(), zone.get(), weekend.get(), published.orElse(null), handling.get());
    if (countries.putIfAbsent(country.get(), new Listed(row, settings)) != null) {
      row.problem(
          "country",
          ProblemCode.DUPLICATE_COUNTRY,
          country.get() + " is listed in a row above.",
          "Delete one of the rows.");
    }
  }

  private void closure(CalendarRow row) {
    Optional<CountrySettings> settings = settings(row);
    Optional<String> name = row.name("name");
    Optional<LocalDate> from = row.date("from");
    Optional<LocalDate> to = row.date("to");
    if (settings.isEmpty() || name.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    Period closure = new Period(name.get(), from.get(), to.get());
    List<Period> others =
        closures.computeIfAbsent(settings.get().country(), none -> new ArrayList<>());
    Optional<Period> overlapped =
        others.stream().filter(other -> other.touches(closure.from(), closure.to())).findFirst();
    if (closure.to().isBefore(closure.from())) {
      row.problem(
          "to", ProblemCode.RANGE_REVERSED, "the closure ends before it begins.", "Swap the days.");
    } else if (closure.from().plusDays(MAX_CLOSURE_DAYS).isBefore(closure.to())) {
      row.problem(
          "to",
          ProblemCode.VALUE_OUT_OF_RANGE,
          "the closure lasts over a year.",
          "Check the year.");
    } else if (overlapped.isPresent()) {
      Period other = overlapped.get();
      row.problem(
          "from",
          ProblemCode.CLOSURES_OVERLAP,
          "the closure overlaps " + other.name() + " from " + other.from() + ".",
          "Shorten one of them.");
    } else {
      others.add(closure);
    }
  }

  private void makeUpDay(CalendarRow row) {
    Optional<CountrySettings> settings = settings(row);
    Optional<LocalDate> day = row.date("day");
    Optional<String> name = row.name("closure");
    if (settings.isEmpty() || day.isEmpty() || name.isEmpty()) {
      return;
    }
    Set<DayOfWeek> weekend = settings.get().weekend();
    List<Period> closed = closures.getOrDefault(settings.get().country(), List.of());
    if (closed.stream().noneMatch(closure -> closure.name().equals(name.get()))) {
      row.problem(
          "closure",
          ProblemCode.UNKNOWN_NAME,
          settings.get().country() + " has no closure " + name.get() + ".",
          "Use a name from the closures.");
    }
    if (closed.stream().anyMatch(closure -> closure.holds(day.get()))) {
      row.problem(
          "day",
          ProblemCode.MAKE_UP_DAY_CLOSED,
          day.get() + " is in a closure.",
          "Shorten the closure.");
    } else if (!madeUp
        .computeIfAbsent(settings.get().country(), none -> new HashSet<>())
        .add(day.get())) {
      row.problem(
          "day",
          ProblemCode.DUPLICATE_DAY,
          day.get() + " is already in a row above.",
          "Delete one of them.");
    } else if (!weekend.contains(day.get().getDayOfWeek())) {
      row.problem(
          "day",
          ProblemCode.MAKE_UP_DAY_NOT_OFF,
          day.get() + ", a " + day.get().getDayOfWeek() + ", is not on a weekend.",
          "Correct the date.");
    }
  }

  private void peakSeason(CalendarRow row) {
    Optional<String> name = row.name("name");
    Optional<YearlyDay> from = row.yearlyDay("from");
    Optional<YearlyDay> to = row.yearlyDay("to");
    if (name.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (from.get() instanceof YearlyDay.Once != to.get() instanceof YearlyDay.Once) {
      row.problem(
          "to",
          ProblemCode.WRONG_TYPE,
          "one day is a single date, the other recurs every year.",
          "Write both as dates, or neither.");
    } else if (from.get() instanceof YearlyDay.Once first
        && to.get() instanceof YearlyDay.Once last
        && last.day().isBefore(first.day())) {
      row.problem(
          "to", ProblemCode.RANGE_REVERSED, "the season ends before it begins.", "Swap the days.");
    } else {
      peakSeasons.add(new PeakSeasons.Season(name.get(), from.get(), to.get()));
    }
  }

  /** Otherwise days in that year would be promised as if there were no closures. */
  private void lastYearHasClosures(Listed listed) {
    Integer year = listed.settings.publishedThrough();
    List<Period> closed = closures.getOrDefault(listed.settings.country(), List.of());
    if (year != null && closed.stream().noneMatch(closure -> closure.touches(year))) {
      listed.row.problem(
          "publishedThrough",
          ProblemCode.YEAR_WITHOUT_CLOSURES,
          "no closure has a day in " + year + ".",
          "Enter them first, or leave the cell empty to have public holidays computed.");
    }
  }

  private Optional<CountrySettings> settings(CalendarRow row) {
    Optional<Country> country = row.country();
    Optional<Listed> listed = country.map(countries::get);
    if (country.isPresent() && listed.isEmpty()) {
      row.problem(
          "country",
          ProblemCode.COUNTRY_NOT_LISTED,
          country.get() + " is not listed in the sheet of countries.",
          "Add a row there.");
    }
    return listed.map(Listed::settings);
  }

  private Calendars calendars() {
    Map<Country, WorkingDays> workingDays = new HashMap<>();
    countries.forEach(
        (country, listed) ->
            workingDays.put(
                country,
                new WorkingDays(
                    listed.settings,
                    closures.getOrDefault(country, List.of()),
                    madeUp.getOrDefault(country, Set.of()))));
    return new Calendars(workingDays, new PeakSeasons(peakSeasons));
  }

  private record Listed(CalendarRow row, CountrySettings settings) {}
}
