package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.insight.impact.ImpactReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The number of decisions by remedy before and after.
 *
 * @param columns the remedies after
 */
record Matrix(List<String> columns, List<Line> lines) {

  /** The decisions of a remedy before. */
  record Line(String name, List<Count> counts) {}

  /**
   * A number of decisions.
   *
   * @param same whether the remedy stays
   */
  record Count(long count, boolean same) {}

  static Matrix of(List<ImpactReport.Cell> cells, Messages messages) {
    TreeSet<String> after =
        cells.stream().map(ImpactReport.Cell::to).collect(Collectors.toCollection(TreeSet::new));
    Map<String, Map<String, Long>> byBefore = new TreeMap<>();
    cells.forEach(
        cell ->
            byBefore
                .computeIfAbsent(cell.from(), from -> new TreeMap<>())
                .put(cell.to(), cell.count()));
    return new Matrix(
        after.stream().map(messages::word).toList(),
        byBefore.entrySet().stream()
            .map(
                line ->
                    new Line(
                        messages.word(line.getKey()),
                        after.stream()
                            .map(
                                to ->
                                    new Count(
                                        line.getValue().getOrDefault(to, 0L),
                                        to.equals(line.getKey())))
                            .toList()))
            .toList());
  }
}
