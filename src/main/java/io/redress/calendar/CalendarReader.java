package io.redress.calendar;

import io.redress.dispute.Country;
import io.redress.source.Cell;
import io.redress.source.RuleProblem;
import io.redress.source.Sheet;
import io.redress.source.WorkbookReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sheets of {@code calendar.xlsx}; from row 4, each row says one thing. */
final class CalendarReader {
  private static final Set<String> KINDS =
      Set.of("countries", "closures", "make-up days", "peak seasons");

  private final List<RuleProblem> problems;
  private final List<Listed> countries = new ArrayList<>();
  private final Map<Country, List<Closure>> closures = new HashMap<>();
  private final Map<Country, Set<LocalDate>> madeUp = new HashMap<>();
  private final List<PeakSeason> peakSeasons = new ArrayList<>();

  private CalendarReader(List<RuleProblem> problems) {
    this.problems = problems;
  }

  static Calendars read(byte[] workbook, List<RuleProblem> problems) {
    var reader = new CalendarReader(problems);
    Set<String> missing = new HashSet<>(KINDS);
    for (Sheet sheet : WorkbookReader.read(Calendars.FILE, workbook, problems)) {
      missing.remove(reader.read(sheet));
    }
    missing.stream()
        .sorted()
        .map(
            kind ->
                RuleProblem.ofFile(
                    Calendars.FILE,
                    "SHEET_MISSING",
                    "no sheet holds the " + kind + ".",
                    "Add one with Calendar in A1 and " + kind + " in B1."))
        .forEach(problems::add);
    return reader.calendars();
  }

  private String read(Sheet sheet) {
    Cell kind = Cell.at(sheet.rows().get(0), 1);
    String name = kind == null ? "" : kind.text();
    for (List<Cell> row : sheet.rows()) {
      if (row.get(0).row() > 3) {
        CalendarRow cells = new CalendarRow(sheet, row, problems);
        switch (name) {
          case "countries" -> country(cells);
          case "closures" -> closure(cells);
          case "make-up days" -> makeUpDay(cells);
          case "peak seasons" -> peakSeason(cells);
          default -> {}
        }
      }
    }
    return name;
  }

  private void country(CalendarRow row) {
    Optional<Country> country = row.country(0);
    Optional<ZoneId> zone = row.read(1, "a time zone such as Asia/Shanghai", CalendarReader::zone);
    Optional<Set<DayOfWeek>> weekend =
        row.read(2, "days such as SATURDAY, SUNDAY", CalendarReader::weekdays);
    Optional<Integer> published = row.read(3, "a year such as 2026", CalendarReader::whole);
    Optional<Integer> handling = row.read(4, "a number of working days", CalendarReader::whole);
    if (country.isPresent()
        && zone.isPresent()
        && weekend.isPresent()
        && published.isPresent()
        && handling.isPresent()) {
      countries.add(
          new Listed(country.get(), zone.get(), weekend.get(), published.get(), handling.get()));
    }
  }

  private void closure(CalendarRow row) {
    Optional<Country> country = row.country(0);
    Optional<String> name = row.name(1);
    Optional<LocalDate> from = row.date(2);
    Optional<LocalDate> to = row.date(3);
    if (country.isEmpty() || name.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    Closure closure = new Closure(name.get(), from.get(), to.get());
    if (closure.to().isBefore(closure.from())) {
      row.problem(3, "RANGE_REVERSED", "the closure ends before it begins.", "Swap the days.");
    }
    List<Closure> others = closures.computeIfAbsent(country.get(), none -> new ArrayList<>());
    others.stream()
        .filter(other -> other.touches(closure.from(), closure.to()))
        .findFirst()
        .ifPresent(
            other ->
                row.problem(
                    2,
                    "CLOSURES_OVERLAP",
                    "the closure overlaps " + other.name() + " from " + other.from() + ".",
                    "Shorten one of them."));
    others.add(closure);
  }

  private void makeUpDay(CalendarRow row) {
    Optional<Country> country = row.country(0);
    Optional<LocalDate> day = row.date(1);
    if (country.isPresent() && day.isPresent()) {
      madeUp.computeIfAbsent(country.get(), none -> new HashSet<>()).add(day.get());
    }
  }

  private void peakSeason(CalendarRow row) {
    Optional<String> name = row.name(0);
    Optional<YearlyDay> from = row.yearlyDay(1);
    Optional<YearlyDay> to = row.yearlyDay(2);
    if (name.isPresent() && from.isPresent() && to.isPresent()) {
      peakSeasons.add(new PeakSeason(name.get(), from.get(), to.get()));
    }
  }

  private Calendars calendars() {
    Map<Country, WorkingDays> workingDays = new HashMap<>();
    for (Listed listed : countries) {
      workingDays.put(
          listed.country,
          new WorkingDays(
              listed.zone,
              listed.weekend,
              closures.getOrDefault(listed.country, List.of()),
              madeUp.getOrDefault(listed.country, Set.of()),
              closures.containsKey(listed.country)
                  ? day -> false
                  : day -> PublicHolidays.on(listed.country, day).isPresent(),
              listed.publishedThrough,
              listed.handlingDays));
    }
    return new Calendars(workingDays, peakSeasons);
  }

  private static Optional<ZoneId> zone(Cell cell) {
    try {
      return Optional.of(ZoneId.of(cell.text()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Set<DayOfWeek>> weekdays(Cell cell) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    try {
      for (String day : cell.text().split(",")) {
        days.add(DayOfWeek.valueOf(day.strip()));
      }
      return Optional.of(days);
    } catch (IllegalArgumentException noWeekday) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(Cell cell) {
    return cell.value() instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  private record Listed(
      Country country,
      ZoneId zone,
      Set<DayOfWeek> weekend,
      int publishedThrough,
      int handlingDays) {}
}
