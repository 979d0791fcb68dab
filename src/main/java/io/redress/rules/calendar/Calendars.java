package io.redress.rules.calendar;

import io.redress.domain.dispute.Country;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The calendars of a rule set: {@code calendar.xlsx}, and computed public holidays. */
public final class Calendars {
  /** The value for no season and no holiday. */
  public static final String NONE = "NONE";

  /** Path inside the rule set. */
  public static final String FILE = "calendar.xlsx";

  private final Map<Country, WorkingDays> listed;
  private final Map<Country, WorkingDays> others = new ConcurrentHashMap<>();
  private final PeakSeasons peakSeasons;
  private final Set<String> closures;
  private final List<CellWarning> warnings;

  Calendars(
      Map<Country, WorkingDays> listed,
      PeakSeasons peakSeasons,
      Set<String> closures,
      List<CellWarning> warnings) {
    this.listed = Map.copyOf(listed);
    this.peakSeasons = peakSeasons;
    this.closures = Set.copyOf(closures);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads {@code calendar.xlsx}, as far as possible.
   *
   * @param problems receives all problems
   */
  public static Calendars read(Map<String, byte[]> files, List<RuleProblem> problems) {
    PublicHolidays.prepare();
    byte[] workbook = files.get(FILE);
    if (workbook == null) {
      problems.add(
          RuleProblem.ofFile(
              FILE, ProblemCode.FILE_MISSING, "there is no calendar.", "Add the workbook."));
      return new Calendars(Map.of(), new PeakSeasons(List.of()), Set.of(), List.of());
    }
    return CalendarReader.read(workbook, problems);
  }

  /**
   * Returns the working days of a country: as listed, else by its usual weekend and the public
   * holidays that can be computed, without a year that is published.
   */
  public WorkingDays workingDays(Country country) {
    WorkingDays known = listed.get(country);
    return known != null ? known : others.computeIfAbsent(country, this::defaults);
  }

  /** Countries that are not listed have the handling time of China. */
  private WorkingDays defaults(Country country) {
    WorkingDays china = listed.get(Country.CHINA);
    int handlingDays = china == null ? 0 : china.handlingDays();
    return new WorkingDays(CountrySettings.defaults(country, handlingDays), List.of(), Set.of());
  }

  /** Returns the current day for a seller in the country. */
  public LocalDate today(Country country, Instant now) {
    return LocalDate.ofInstant(now, workingDays(country).zone());
  }

  /** Returns the name of the closure or public holiday, or {@code NONE}. */
  public String publicHoliday(Country country, LocalDate day) {
    return workingDays(country).closureOn(day).map(Period::name).orElse(NONE);
  }

  /** Returns the names of all peak seasons. */
  public Set<String> peakSeasons() {
    return peakSeasons.names();
  }

  /** Returns the names of all closures, and of the public holidays that are computed. */
  public Set<String> holidays() {
    Set<String> names = new TreeSet<>(PublicHolidays.names());
    names.addAll(closures);
    return names;
  }

  /** Returns what is probably a mistake in cells that can be read. */
  public List<CellWarning> warnings() {
    return warnings;
  }

  /** Returns the peak season on the day, of several the one that began last, or {@code NONE}. */
  public String peakSeason(LocalDate day) {
    return peakSeasons.on(day).map(Period::name).orElse(NONE);
  }
}
