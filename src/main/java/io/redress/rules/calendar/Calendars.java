package io.redress.rules.calendar;

import io.redress.domain.dispute.Country;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calendars of a rule set: {@code calendar.xlsx}, and public holidays where it is silent. */
public final class Calendars {
  /** The name of "no season" and "no holiday". */
  public static final String NONE = "NONE";

  /** Path inside the rule set. */
  public static final String FILE = "calendar.xlsx";

  private final Map<Country, WorkingDays> listed;
  private final Map<Country, WorkingDays> others = new ConcurrentHashMap<>();
  private final PeakSeasons peakSeasons;

  Calendars(Map<Country, WorkingDays> listed, PeakSeasons peakSeasons) {
    this.listed = Map.copyOf(listed);
    this.peakSeasons = peakSeasons;
  }

  /**
   * Reads {@code calendar.xlsx}; with faults, what could be read of it.
   *
   * @param problems takes every fault found
   */
  public static Calendars read(Map<String, byte[]> files, List<RuleProblem> problems) {
    PublicHolidays.prepare();
    byte[] workbook = files.get(FILE);
    if (workbook == null) {
      problems.add(
          RuleProblem.ofFile(
              FILE, ProblemCode.FILE_MISSING, "there is no calendar.", "Add the workbook."));
      return new Calendars(Map.of(), new PeakSeasons(List.of()));
    }
    return CalendarReader.read(workbook, problems);
  }

  /** The working days of a country: as listed, else Monday to Friday without public holidays. */
  public WorkingDays workingDays(Country country) {
    WorkingDays known = listed.get(country);
    return known != null ? known : others.computeIfAbsent(country, this::usual);
  }

  /** Sellers of a country that is not listed take as long to hand over as those of China. */
  private WorkingDays usual(Country country) {
    WorkingDays china = listed.get(Country.CHINA);
    int handlingDays = china == null ? 0 : china.handlingDays();
    return new WorkingDays(CountrySettings.usual(country, handlingDays), List.of(), Set.of());
  }

  /** The day that it is for a seller in the country. */
  public LocalDate today(Country country, Instant now) {
    return LocalDate.ofInstant(now, workingDays(country).zone());
  }

  /** The name of the closure or public holiday, or {@code NONE}. */
  public String publicHoliday(Country country, LocalDate day) {
    return workingDays(country).closureOn(day).map(Period::name).orElse(NONE);
  }

  /** The season in which the day lies, of several the one that began last, or {@code NONE}. */
  public String peakSeason(LocalDate day) {
    return peakSeasons.on(day).map(Period::name).orElse(NONE);
  }
}
