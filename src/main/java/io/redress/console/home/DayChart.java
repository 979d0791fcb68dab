package io.redress.console.home;

import io.redress.journal.read.DecisionStatistics;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Days side by side, each as high as it had decisions.
 *
 * @param most decisions of a day
 */
record DayChart(List<Column> columns, long most) {
  /** Days that are shown, today among them. */
  static final int SHOWN = 30;

  /** Of the drawing, as are all lengths here. */
  private static final int HEIGHT = 120;

  private static final int WIDTH = 20;

  /** However few there are. */
  private static final int SEEN = 2;

  /** A day; y and height count from the top left. */
  record Column(LocalDate day, long decisions, int x, int y, int height) {}

  static DayChart of(List<DecisionStatistics.Day> days) {
    long most = days.stream().mapToLong(DecisionStatistics.Day::decisions).max().orElse(0);
    List<Column> columns =
        IntStream.range(0, days.size())
            .mapToObj(place -> column(days.get(place), place, most))
            .toList();
    return new DayChart(columns, most);
  }

  private static Column column(DecisionStatistics.Day day, int place, long most) {
    int height = day.decisions() == 0 ? 0 : (int) Math.max(SEEN, HEIGHT * day.decisions() / most);
    return new Column(day.day(), day.decisions(), place * WIDTH, HEIGHT - height, height);
  }
}
