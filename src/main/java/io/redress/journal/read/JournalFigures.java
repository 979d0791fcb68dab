package io.redress.journal.read;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Figures of decisions, all read at one moment, so that they agree with each other. */
public final class JournalFigures {
  private final SortedMap<LocalDate, List<DayTotal>> days;
  private final List<String> newest;

  JournalFigures(SortedMap<LocalDate, List<DayTotal>> days, List<String> newest) {
    this.days = days;
    this.newest = newest;
  }

  /**
   * Totals of the decisions in a part of the period.
   *
   * @param last last day, inclusive
   */
  public DecisionStatistics between(LocalDate first, LocalDate last) {
    return DecisionStatistics.of(
        days.subMap(first, last.plusDays(1)).values().stream().flatMap(List::stream).toList());
  }

  /**
   * The number of decisions on each day of a part of the period.
   *
   * @param last last day, inclusive
   */
  public List<DecisionStatistics.Day> days(LocalDate first, LocalDate last) {
    return days.subMap(first, last.plusDays(1)).entrySet().stream()
        .map(
            day ->
                new DecisionStatistics.Day(
                    day.getKey(), day.getValue().stream().mapToLong(DayTotal::decisions).sum()))
        .toList();
  }

  /** Of the newest decisions, those by the rule set, as JSON, without letters and personal data. */
  public List<String> newest() {
    return newest;
  }
}
