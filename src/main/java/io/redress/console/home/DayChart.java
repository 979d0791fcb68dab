package io.redress.console.home;

import io.redress.journal.read.DecisionStatistics;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column chart of decisions per day.
 *
 * @param max decisions of the busiest day
 */
record DayChart(List<Column> columns, long max) {
  /** Number of days, including today. */
  static final int DAYS = 30;

  /** In units of the drawing, like all lengths here. */
  private static final int HEIGHT = 120;

  private static final int WIDTH = 20;

  /** Of a day with any decision, so that it is visible. */
  private static final int MIN_HEIGHT = 2;

  /** The column of a day; the origin is at the top left. */
  record Column(LocalDate day, long decisions, int x, int y, int height) {}

  static DayChart of(List<DecisionStatistics.Day> days) {
    long max = days.stream().mapToLong(DecisionStatistics.Day::decisions).max().orElse(0);
    List<Column> columns =
        IntStream.range(0, days.size())
            .mapToObj(index -> column(days.get(index), index, max))
            .toList();
    return new DayChart(columns, max);
  }

  private static Column column(DecisionStatistics.Day day, int index, long max) {
    int height =
        day.decisions() == 0 ? 0 : (int) Math.max(MIN_HEIGHT, HEIGHT * day.decisions() / max);
    return new Column(day.day(), day.decisions(), index * WIDTH, HEIGHT - height, height);
  }
}
