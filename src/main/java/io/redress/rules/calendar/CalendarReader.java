package io.redress.rules.calendar;

import io.redress.domain.dispute.Country;
import io.redress.rules.calendar.CountrySettings.Years;
import io.redress.rules.calendar.CountrySheet.Listed;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  private final CalendarSheets sheets;
  private final CountrySheet countries;
  private final Map<Country, List<Period>> closures = new HashMap<>();
  private final Map<Country, Set<LocalDate>> madeUp = new HashMap<>();
  private final List<PeakSeasons.Season> peakSeasons = new ArrayList<>();

  /** Names of closures that may have problems of their own. */
  private final Map<Country, Set<String>> namedClosures = new HashMap<>();

  /** Countries with a closure that cannot be read. */
  private final Set<Country> unreadClosures = new HashSet<>();

  private boolean allClosuresRead;

  private CalendarReader(CalendarSheets sheets) {
    this.sheets = sheets;
    this.countries = CountrySheet.read(sheets);
    this.allClosuresRead = sheets.complete(SheetKind.CLOSURES);
  }

  static Calendars read(byte[] workbook, List<RuleProblem> problems) {
    var reader = new CalendarReader(CalendarSheets.read(workbook, problems));
    reader.each(SheetKind.CLOSURES, reader::closure);
    reader.each(SheetKind.MAKE_UP_DAYS, reader::makeUpDay);
    reader.each(SheetKind.PEAK_SEASONS, reader::peakSeason);
    reader.countries.listed().forEach(reader::publishedYearsHaveDaysOff);
    return reader.calendars();
  }

  private void each(SheetKind kind, Consumer<CalendarRow> reading) {
    sheets.rows(kind).forEach(reading);
  }

  private void closure(CalendarRow row) {
    Optional<Listed> settings = countries.of(row);
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
    Optional<Listed> settings = countries.of(row);
    Optional<LocalDate> day = row.date("day");
    Optional<String> name = row.name("closure");
    if (settings.isEmpty() || day.isEmpty() || name.isEmpty()) {
      return;
    }
    Set<DayOfWeek> weekend = settings.get().weekend();
    List<Period> closed = closures.getOrDefault(settings.get().country(), List.of());
    Set<String> names = namedClosures.getOrDefault(settings.get().country(), Set.of());
    if (allClosuresRead && !names.contains(name.get())) {
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
  private void publishedYearsHaveDaysOff(Listed listed) {
    CalendarRow row = listed.row();
    Integer from = listed.publishedFrom();
    Integer through = listed.publishedThrough();
    if (through == null) {
      return;
    }
    if (from != null && from > through) {
      row.problem(
          "publishedThrough",
          ProblemCode.RANGE_REVERSED,
          "the last year is before " + from + ", the first.",
          "Swap the years.");
    } else if (listed.needsClosures()
        && allClosuresRead
        && !unreadClosures.contains(listed.country())
        && closuresOf(listed).noneMatch(day -> day.touches(through))) {
      row.problem(
          "publishedThrough",
          ProblemCode.YEAR_WITHOUT_CLOSURES,
          "no closure has a day in " + through + ".",
          "Enter them first, or leave the cell empty to promise no dates.");
    }
  }

  private Stream<Period> closuresOf(Listed listed) {
    return closures.getOrDefault(listed.country(), List.of()).stream();
  }

  private Calendars calendars() {
    Map<Country, WorkingDays> workingDays = new HashMap<>();
    for (Listed listed : countries.listed()) {
      workingDays.put(
          listed.country(),
          new WorkingDays(
              settings(listed),
              closures.getOrDefault(listed.country(), List.of()),
              madeUp.getOrDefault(listed.country(), Set.of())));
    }
    Set<String> closed =
        closures.values().stream()
            .flatMap(List::stream)
            .map(Period::name)
            .collect(Collectors.toSet());
    return new Calendars(workingDays, new PeakSeasons(peakSeasons), closed, sheets.warnings());
  }

  private CountrySettings settings(Listed listed) {
    return new CountrySettings(
        listed.country(),
        listed.zone(),
        listed.weekend(),
        listed.holidays(),
        published(listed),
        listed.handlingDays());
  }

  private @Nullable Years published(Listed listed) {
    Integer through = listed.publishedThrough();
    if (through == null) {
      return null;
    }
    Integer from = listed.publishedFrom();
    int firstClosure =
        closuresOf(listed).mapToInt(day -> day.from().getYear()).min().orElse(through);
    int first = listed.needsClosures() ? firstClosure : YearCache.FIRST;
    return new Years(from == null ? first : from, through);
  }
}
