package io.redress.http.insight;

import io.redress.http.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days (UTC) of which usage is read.
 *
 * @param to the last one
 */
public record UsagePeriod(LocalDate from, LocalDate to) {
  /** Days that are read when none are named. */
  public static final int DAYS = 90;

  /** So that a reading costs the same however long the journal is. */
  static final int MAX_DAYS = 366;

  /** A problem of a parameter. */
  private record ParameterProblem(String parameter, String message) {}

  /** The last 90 days, with today. */
  public static UsagePeriod latest(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new UsagePeriod(today.minusDays(DAYS - 1), today);
  }

  /**
   * Parses parameters.
   *
   * @param from the first day; 89 days before the last if absent
   * @param to the last day; today if absent
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all problems
   */
  static UsagePeriod of(@Nullable String from, @Nullable String to, Instant now) {
    List<ParameterProblem> problems = new ArrayList<>();
    LocalDate first = day("from", from, problems);
    LocalDate last = to == null ? latest(now).to : day("to", to, problems);
    if (last != null && from == null) {
      first = last.minusDays(DAYS - 1);
    }
    if (first != null && last != null) {
      long days = ChronoUnit.DAYS.between(first, last) + 1;
      if (days < 1) {
        problems.add(new ParameterProblem("from", "from is after to. Exchange them."));
      } else if (days > MAX_DAYS) {
        problems.add(
            new ParameterProblem(
                "from", days + " days are more than " + MAX_DAYS + ". Ask for fewer."));
      }
      if (problems.isEmpty()) {
        return new UsagePeriod(first, last);
      }
    }
    throw ProblemType.MALFORMED_REQUEST.with(
        problems.stream().map(ParameterProblem::message).collect(Collectors.joining(" ")),
        "errors",
        problems);
  }

  private static @Nullable LocalDate day(
      String name, @Nullable String text, List<ParameterProblem> problems) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException malformed) {
      // reported below
    }
    problems.add(
        new ParameterProblem(name, name + " is not a day since 2000. Use one such as 2026-01-31."));
    return null;
  }
}
