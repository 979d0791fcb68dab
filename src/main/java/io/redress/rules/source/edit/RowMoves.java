package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Maps the original rows of a sheet to the new ones, by row number from 1.
 *
 * @param first the first row that may move
 * @param last the last original row that is not empty
 * @param sources for each new row, from the first on, the original row that it is or copies; {@link
 *     EditedRow#NEW} for none
 * @param styles the same, but for a new row the one whose style it has
 */
record RowMoves(int first, int last, List<Integer> sources, List<Integer> styles) {

  /** Rows next to each other. */
  record Span(int top, int bottom) {
    boolean contains(int row) {
      return row >= top && row <= bottom;
    }

    int size() {
      return bottom - top + 1;
    }
  }

  static RowMoves of(int first, int last, List<EditedRow> rows) {
    List<Integer> styles = new ArrayList<>();
    int above =
        rows.stream().mapToInt(EditedRow::from).filter(from -> from > 0).findFirst().orElse(first);
    for (EditedRow row : rows) {
      above = row.from() == EditedRow.NEW ? above : row.from();
      styles.add(above);
    }
    return new RowMoves(
        first, last, rows.stream().map(EditedRow::from).toList(), List.copyOf(styles));
  }

  /** Whether no row moves, appears or goes. */
  boolean none() {
    return sources.size() == last - first + 1
        && IntStream.range(0, sources.size()).allMatch(i -> sources.get(i) == first + i);
  }

  /** The last new row. */
  int newLast() {
    return first + sources.size() - 1;
  }

  /** The new rows of an original row: none when it is deleted, several when it is copied. */
  List<Integer> newRows(int row) {
    if (row < first) {
      return List.of(row);
    }
    if (row > last) {
      return List.of(row + Math.max(0, newLast() - last));
    }
    return IntStream.range(0, sources.size())
        .filter(i -> sources.get(i) == row)
        .mapToObj(i -> first + i)
        .toList();
  }

  /** The new row of an original row, of its copies the first; empty when it is deleted. */
  OptionalInt newRow(int row) {
    return newRows(row).stream().mapToInt(Integer::intValue).findFirst();
  }

  /** Where a picture or chart is that began beside an original row. */
  int anchor(int row) {
    if (row > last) {
      return Math.max(first, row + newLast() - last);
    }
    for (int next = row; next <= last; next++) {
      OptionalInt now = newRow(next);
      if (now.isPresent()) {
        return now.getAsInt();
      }
    }
    return newLast() + 1;
  }

  /**
   * The new last row of a range that begins above the rows that move and covers them: it grows and
   * shrinks with the table, unless it reaches beyond it anyway.
   */
  int newEnd(int end) {
    return end == last || end > last && end < newLast() ? Math.max(newLast(), first - 1) : end;
  }

  /**
   * Maps a range whose look or list its rows share: none when its rows are deleted, several ranges
   * when they are separated. New rows belong to it as the row above them does.
   */
  List<Span> follow(Span area) {
    if (area.bottom < first || area.top > last) {
      return List.of(area);
    }
    List<Span> runs = new ArrayList<>();
    if (area.top < first) {
      extend(runs, area.top, first - 1);
    }
    for (int i = 0; i < styles.size(); i++) {
      if (area.contains(styles.get(i))) {
        extend(runs, first + i, first + i);
      }
    }
    if (area.bottom > last && area.bottom > newLast()) {
      extend(runs, newLast() + 1, area.bottom);
    }
    return runs;
  }

  private static void extend(List<Span> runs, int from, int to) {
    int end = runs.size() - 1;
    if (end >= 0 && runs.get(end).bottom == from - 1) {
      runs.set(end, new Span(runs.get(end).top, to));
    } else {
      runs.add(new Span(from, to));
    }
  }

  /** Maps a range that has to stay one; empty when it cannot. */
  Optional<Span> whole(Span area) {
    if (area.bottom < first || area.top > last) {
      return Optional.of(area);
    }
    if (area.size() == 1) {
      OptionalInt row = newRow(area.top);
      return row.isPresent()
          ? Optional.of(new Span(row.getAsInt(), row.getAsInt()))
          : Optional.empty();
    }
    if (area.top < first && area.bottom >= last) {
      return Optional.of(new Span(area.top, newEnd(area.bottom)));
    }
    List<Span> runs = follow(area);
    return runs.size() == 1 ? Optional.of(runs.get(0)) : Optional.empty();
  }

  /** Maps a range to the smallest one that holds its rows; the same when all are deleted. */
  Span around(Span area) {
    return whole(area)
        .orElseGet(
            () -> {
              List<Span> runs = follow(area);
              return runs.isEmpty()
                  ? area
                  : new Span(runs.get(0).top, runs.get(runs.size() - 1).bottom);
            });
  }
}
