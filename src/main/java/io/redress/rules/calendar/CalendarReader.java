package io.redress.rules.calendar;

import io.redress.domain.dispute.Country;
import io.redress.rules.calendar.CountrySettings.Years;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** Countries of rows that may have problems of their own, and are listed nevertheless. */
  private final Set<Country> named = new HashSet<>();

  /** Likewise names of closures, and countries with a closure that cannot be read. */
  private final Map<Country, Set<String>> namedClosures = new HashMap<>();

  private final Set<Country> unreadClosures = new HashSet<>();
  private boolean allCountriesRead;
  private boolean allClosuresRead;

  private CalendarReader(CalendarSheets sheets) {
    this.sheets = sheets;
    this.allCountriesRead = sheets.complete(SheetKind.COUNTRIES);
    this.allClosuresRead = sheets.complete(SheetKind.CLOSURES);
  }

  static Calendars read(byte[] workbook, List<RuleProblem> problems) {
    var reader = new CalendarReader(CalendarSheets.read(workbook, problems));
    reader.each(SheetKind.COUNTRIES, reader::country);
    reader.each(SheetKind.CLOSURES, reader::closure);
    reader.each(SheetKind.MAKE_UP_DAYS, reader::makeUpDay);
    reader.each(SheetKind.PEAK_SEASONS, reader::peakSeason);
    reader.countries.values().forEach(reader::publishedYearsHaveDaysOff);
    return reader.calendars();
  }

  private void each(SheetKind kind, Consumer<CalendarRow> reading) {
    sheets.rows(kind).forEach(reading);
  }

  private void country(CalendarRow row) {
    Optional<Country> country = row.country();
    country.ifPresentOrElse(named::add, () -> allCountriesRead = false);
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
    var settings =
        new Listed(
            row,
            country.get(),
            zone.get(),
            weekend.get(),
            holidays.get(),
            from.orElse(null),
            through.orElse(null),
            handling.get());
    if (countries.putIfAbsent(country.get(), settings) != null) {
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

  private void closure(CalendarRow row) {
    Optional<Listed> settings = settings(row);
    Optional<String> name = row.name("name");
    Optional<LocalDate> from = row.date("from");
    Optional<LocalDate> to = row.date("to");
    Optional<Country> country = row.countryIfValid();
    if (country.isPresent() && name.isPresent()) {
      namedClosures.computeIfAbsent(country.get(), none -> new HashSet<>()).add(name.get());
    } else {
      allClosuresRead = false;
    }
    if (settings.isEmpty() || name.isEmpty() || from.isEmpty() || to.isEmpty()) {
      country.ifPresent(unreadClosures::add);
      return;
    }
    Period closure = new Period(name.get(), from.get(), to.get());
    List<Period> others =
        closures.computeIfAbsent(settings.get().country, none -> new ArrayList<>());
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
    Optional<Listed> settings = settings(row);
    Optional<LocalDate> day = row.date("day");
    Optional<String> name = row.name("closure");
    if (settings.isEmpty() || day.isEmpty() || name.isEmpty()) {
      return;
    }
    Set<DayOfWeek> weekend = settings.get().weekend;
    List<Period> closed = closures.getOrDefault(settings.get().country, List.of());
    Set<String> names = namedClosures.getOrDefault(settings.get().country, Set.of());
    if (allClosuresRead && !names.contains(name.get())) {
      row.problem(
          "closure",
          ProblemCode.UNKNOWN_NAME,
          settings.get().country + " has no closure " + name.get() + ".",
          "Use a name from the closures.");
    }
    if (closed.stream().anyMatch(closure -> closure.holds(day.get()))) {
      row.problem(
          "day",
          ProblemCode.MAKE_UP_DAY_CLOSED,
          day.get() + " is in a closure.",
          "Shorten the closure.");
    } else if (!madeUp
        .computeIfAbsent(settings.get().country, none -> new HashSet<>())
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
  private void publishedYearsHaveDaysOff(Listed listed) {
    Integer from = listed.publishedFrom;
    Integer through = listed.publishedThrough;
    if (through == null) {
      return;
    }
    if (from != null && from > through) {
      listed.row.problem(
          "publishedThrough",
          ProblemCode.RANGE_REVERSED,
          "the last year is before " + from + ", the first.",
          "Swap the years.");
    } else if (listed.needsClosures()
        && allClosuresRead
        && !unreadClosures.contains(listed.country)
        && closuresOf(listed).noneMatch(day -> day.touches(through))) {
      listed.row.problem(
          "publishedThrough",
          ProblemCode.YEAR_WITHOUT_CLOSURES,
          "no closure has a day in " + through + ".",
          "Enter them first, or leave the cell empty to promise no dates.");
    }
  }

  private Stream<Period> closuresOf(Listed listed) {
    return closures.getOrDefault(listed.country, List.of()).stream();
  }

  private Optional<Listed> settings(CalendarRow row) {
    Optional<Country> country = row.country();
    Optional<Listed> listed = country.map(countries::get);
    if (allCountriesRead && country.isPresent() && !named.contains(country.get())) {
      row.problem(
          "country",
          ProblemCode.COUNTRY_NOT_LISTED,
          country.get() + " is not listed in the sheet of countries.",
          "Add a row there.");
    }
    return listed;
  }

  private Calendars calendars() {
    Map<Country, WorkingDays> workingDays = new HashMap<>();
    countries.forEach(
        (country, listed) ->
            workingDays.put(
                country,
                new WorkingDays(
                    settings(listed),
                    closures.getOrDefault(country, List.of()),
                    madeUp.getOrDefault(country, Set.of()))));
    Set<String> closed =
        closures.values().stream()
            .flatMap(List::stream)
            .map(Period::name)
            .collect(Collectors.toSet());
    return new Calendars(workingDays, new PeakSeasons(peakSeasons), closed, sheets.warnings());
  }

  private CountrySettings settings(Listed listed) {
    return new CountrySettings(
        listed.country,
        listed.zone,
        listed.weekend,
        listed.holidays,
        published(listed),
        listed.handlingDays);
  }

  private @Nullable Years published(Listed listed) {
    Integer through = listed.publishedThrough;
    if (through == null) {
      return null;
    }
    Integer from = listed.publishedFrom;
    int firstClosure =
        closuresOf(listed).mapToInt(day -> day.from().getYear()).min().orElse(through);
    int first = listed.needsClosures() ? firstClosure : YearCache.FIRST;
    return new Years(from == null ? first : from, through);
  }

  /** A row of the sheet of countries, as written. */
  private record Listed(
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
}
