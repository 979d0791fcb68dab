package io.redress.check.compare;

import io.redress.rules.source.Cell;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The edits between two versions of a table, and the tables between them: those that have some of
 * the edits. Rows that are in both keep their order; where one was removed and another one added in
 * the same place, the removed one comes first.
 */
public final class TableEdits {
  /** How much is one edit. */
  public enum Grain {
    /** A cell of a row that is in both versions, or all of another row. */
    CELL,
    ROW,
    TABLE
  }

  private static final String WHOLE_TABLE = "table";
  private static final String HIT_POLICY_CELL = "D1";
  private static final int NONE = -1;

  private final DecisionTable before;
  private final DecisionTable after;
  private final TablePair pair;
  private final Grain grain;
  private final List<TableEdit> edits = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Integer, Integer> moves = new HashMap<>();
  private int policy = NONE;

  /**
   * A row that some of the tables have.
   *
   * @param before as it is without the edits of its cells
   * @param after as it is with them
   * @param shown the row that it stands for
   * @param cells the edit of each cell, or -1
   * @param presence the edit on which it depends whether the row is there, or -1 if it always is
   * @param added whether it is there with that edit, not without
   */
  private record Line(
      AlignedRow before,
      AlignedRow after,
      Row shown,
      List<Integer> cells,
      int presence,
      boolean added) {}

  private TableEdits(DecisionTable before, DecisionTable after, Grain grain) {
    this.before = before;
    this.after = after;
    this.grain = grain;
    this.pair = new TablePair(before, after);
  }

  /** Finds the edits between two versions of a table, whose terms are of equal declarations. */
  public static TableEdits between(DecisionTable before, DecisionTable after, Grain grain) {
    TableEdits found = new TableEdits(before, after, grain);
    found.find();
    return found;
  }

  /** Returns the edits; their places in the list number them. */
  public List<TableEdit> edits() {
    return Collections.unmodifiableList(edits);
  }

  /** Returns the table that has the edits for which this is true, by number. */
  public DecisionTable with(IntPredicate made) {
    List<List<UnaryTest>> tests = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      if (line.presence() == NONE || made.test(line.presence()) == line.added()) {
        List<UnaryTest> tested = new ArrayList<>();
        List<Row.Outcome> outcomes = new ArrayList<>();
        cells(line, made, tested, outcomes);
        tests.add(tested);
        rows.add(new Row(line.shown().source(), terms(tested), outcomes, line.shown().remark()));
      }
    }
    HitPolicy used = policy == NONE || made.test(policy) ? after.hitPolicy() : before.hitPolicy();
    return after.with(used, columns(), tests, rows);
  }

  private void cells(
      Line line, IntPredicate made, List<UnaryTest> tests, List<Row.Outcome> outcomes) {
    int conditions = pair.conditions().size();
    for (int i = 0; i < line.cells().size(); i++) {
      int edit = line.cells().get(i);
      AlignedRow row = edit == NONE || !made.test(edit) ? line.before() : line.after();
      if (i < conditions) {
        tests.add(row.tests().get(i));
      } else {
        Term term = pair.outcomes().get(i - conditions);
        row.outcomes()
            .get(i - conditions)
            .ifPresent(value -> outcomes.add(new Row.Outcome(term, value)));
      }
    }
  }

  private List<Term> terms(List<UnaryTest> tests) {
    return IntStream.range(0, tests.size())
        .filter(i -> !(tests.get(i) instanceof UnaryTest.Any))
        .mapToObj(i -> pair.conditions().get(i))
        .toList();
  }

  private List<Column> columns() {
    return pair.titles().stream()
        .map(
            title ->
                column(after, title)
                    .or(() -> column(before, title))
                    .orElseThrow(() -> new IllegalStateException("no column " + title)))
        .toList();
  }

  private static Optional<Column> column(DecisionTable table, String title) {
    return table.columns().stream().filter(column -> column.title().equals(title)).findFirst();
  }

  private void find() {
    if (before.hitPolicy() != after.hitPolicy()) {
      policy =
          number(
              ChangeKind.CHANGED,
              HIT_POLICY_CELL,
              null,
              before.hitPolicy().name(),
              after.hitPolicy().name());
    }
    SortedMap<Integer, Integer> displaced = new TreeMap<>(pair.alignment().same());
    displaced.putAll(pair.alignment().changed());
    SortedMap<Integer, Integer> inPlace = Alignment.inOrder(displaced);
    displaced.keySet().removeAll(inPlace.keySet());
    displaced.putAll(pair.alignment().moved());
    Map<Integer, Integer> cameFrom = new HashMap<>();
    displaced.forEach((from, to) -> cameFrom.put(to, from));
    int from = 0;
    int to = 0;
    for (Map.Entry<Integer, Integer> kept : inPlace.entrySet()) {
      between(from, kept.getKey(), to, kept.getValue(), displaced, cameFrom);
      keep(kept.getKey(), kept.getValue());
      from = kept.getKey() + 1;
      to = kept.getValue() + 1;
    }
    between(from, before.rows().size(), to, after.rows().size(), displaced, cameFrom);
  }

  /** Rows that are not in both versions at this place. */
  private void between(
      int from,
      int fromEnd,
      int to,
      int toEnd,
      Map<Integer, Integer> displaced,
      Map<Integer, Integer> cameFrom) {
    for (int row = from; row < fromEnd; row++) {
      Integer now = displaced.get(row);
      add(pair.alignedBefore().get(row), before.rows().get(row), edit(row, now), false);
    }
    for (int row = to; row < toEnd; row++) {
      add(pair.alignedAfter().get(row), after.rows().get(row), edit(cameFrom.get(row), row), true);
    }
  }

  private void add(AlignedRow row, Row shown, int presence, boolean added) {
    lines.add(
        new Line(row, row, shown, Collections.nCopies(row.cells().size(), NONE), presence, added));
  }

  /** The edit that removes, adds or moves a row: at least one of the two is there. */
  private int edit(@Nullable Integer from, @Nullable Integer to) {
    if (from != null && moves.containsKey(from)) {
      return moves.get(from);
    }
    AlignedRow then = from == null ? null : pair.alignedBefore().get(from);
    AlignedRow now = to == null ? null : pair.alignedAfter().get(to);
    ChangeKind kind =
        then == null ? ChangeKind.ADDED : now == null ? ChangeKind.REMOVED : ChangeKind.MOVED;
    int edit =
        number(
            kind, now == null ? area(before, then) : area(after, now), null, text(then), text(now));
    if (from != null) {
      moves.put(from, edit);
    }
    return edit;
  }

  /** A row that is in both versions, perhaps with other cells. */
  private void keep(int from, int to) {
    AlignedRow then = pair.alignedBefore().get(from);
    AlignedRow now = pair.alignedAfter().get(to);
    List<Object> cellsThen = then.cells();
    List<Object> cellsNow = now.cells();
    Integer[] numbers = new Integer[cellsThen.size()];
    int row = NONE;
    for (int i = 0; i < numbers.length; i++) {
      boolean same = cellsThen.get(i).equals(cellsNow.get(i));
      if (!same && grain == Grain.ROW && row == NONE) {
        row = number(ChangeKind.CHANGED, area(after, now), null, text(then), text(now));
      }
      if (same) {
        numbers[i] = NONE;
      } else if (row != NONE) {
        numbers[i] = row;
      } else {
        numbers[i] = cell(pair.titles().get(i), then, now, cellsThen.get(i), cellsNow.get(i));
      }
    }
    lines.add(new Line(then, now, after.rows().get(to), Arrays.asList(numbers), NONE, true));
  }

  private int cell(String column, AlignedRow then, AlignedRow now, Object before, Object after) {
    String address = RowChange.address(this.after, column, now);
    return number(
        ChangeKind.CHANGED,
        address == null ? String.valueOf(RowChange.address(this.before, column, then)) : address,
        column,
        AlignedRow.text(before),
        AlignedRow.text(after));
  }

  private int number(
      ChangeKind change, String cell, @Nullable String column, String then, String now) {
    if (grain == Grain.TABLE) {
      if (edits.isEmpty()) {
        edits.add(
            edit(
                ChangeKind.CHANGED,
                WHOLE_TABLE,
                null,
                before.rows().size() + " rows",
                after.rows().size() + " rows"));
      }
      return 0;
    }
    edits.add(edit(change, cell, column, then, now));
    return edits.size() - 1;
  }

  private TableEdit edit(
      ChangeKind change, String cell, @Nullable String column, String then, String now) {
    DecisionTable place = change == ChangeKind.REMOVED ? before : after;
    return new TableEdit(
        place.file(), place.sheet(), place.name(), change, cell, column, then, now);
  }

  private static String area(DecisionTable table, @Nullable AlignedRow row) {
    int number = row == null ? 0 : row.number();
    List<Integer> columns = table.columns().stream().map(Column::position).toList();
    return Cell.address(Collections.min(columns), number)
        + ":"
        + Cell.address(Collections.max(columns), number);
  }

  private static String text(@Nullable AlignedRow row) {
    return row == null
        ? "-"
        : row.cells().stream().map(AlignedRow::text).collect(Collectors.joining(" | "));
  }
}
