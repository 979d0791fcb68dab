package io.redress.check.compare;

import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two versions of a table, both extended to all columns of either: a column that only one of them
 * has is empty in the other.
 */
final class TablePair {
  /** With more changed rows, finding the rows near them costs more than it saves. */
  private static final int MAX_CHANGED = 50;

  private final DecisionTable before;
  private final DecisionTable after;
  private final List<Term> conditions;
  private final List<Term> outcomes;
  private final List<String> titles;
  private final List<AlignedRow> alignedBefore;
  private final List<AlignedRow> alignedAfter;
  private final Alignment alignment;
  private final Set<AlignedRow> changed = Collections.newSetFromMap(new IdentityHashMap<>());

  TablePair(DecisionTable before, DecisionTable after) {
    this.before = before;
    this.after = after;
    this.conditions = terms(false);
    this.outcomes = terms(true);
    this.titles =
        Stream.concat(
                conditions.stream().map(Term::name),
                outcomes.stream().map(term -> "-> " + term.name()))
            .toList();
    this.alignedBefore = align(before);
    this.alignedAfter = align(after);
    this.alignment = Alignment.of(alignedBefore, alignedAfter, conditions.size());
    boolean comparable = collectsBefore() == collectsAfter();
    findChanged(alignedBefore, comparable ? alignment.same().keySet() : Set.of());
    findChanged(alignedAfter, comparable ? new HashSet<>(alignment.same().values()) : Set.of());
  }

  private void findChanged(List<AlignedRow> rows, Set<Integer> kept) {
    for (int row = 0; row < rows.size(); row++) {
      if (!kept.contains(row)) {
        changed.add(rows.get(row));
      }
    }
  }

  private List<Term> terms(boolean outcome) {
    Set<Term> terms = new LinkedHashSet<>();
    for (DecisionTable table : List.of(after, before)) {
      for (Column column : table.columns()) {
        if (column.outcome() == outcome) {
          terms.add(column.term());
        }
      }
    }
    return List.copyOf(terms);
  }

  private List<AlignedRow> align(DecisionTable table) {
    return IntStream.range(0, table.rows().size())
        .mapToObj(row -> AlignedRow.of(table, row, conditions, outcomes))
        .toList();
  }

  DecisionTable before() {
    return before;
  }

  DecisionTable after() {
    return after;
  }

  List<Term> conditions() {
    return conditions;
  }

  List<Term> outcomes() {
    return outcomes;
  }

  /**
   * The rows that may match what a changed row matches; the others cannot affect the comparison.
   */
  List<AlignedRow> near(List<AlignedRow> rows) {
    RowOverlap overlap = new RowOverlap(conditions);
    return changed.size() > MAX_CHANGED
        ? rows
        : rows.stream()
            .filter(row -> changed.stream().anyMatch(other -> overlap.possible(row, other)))
            .toList();
  }

  /** Positions of rows that are also in the other table, in the same order. */
  BitSet kept(List<AlignedRow> rows) {
    return IntStream.range(0, rows.size())
        .filter(row -> !changed.contains(rows.get(row)))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** Titles of the conditions, then of the outcomes, as in row 3. */
  List<String> titles() {
    return titles;
  }

  /** Stands for a row that only the other table has. */
  AlignedRow absentRow() {
    return AlignedRow.absent(conditions.size(), outcomes.size());
  }

  List<AlignedRow> alignedBefore() {
    return alignedBefore;
  }

  List<AlignedRow> alignedAfter() {
    return alignedAfter;
  }

  Alignment alignment() {
    return alignment;
  }

  /** Whether all matching rows applied before, not only the first. */
  boolean collectsBefore() {
    return before.hitPolicy() == HitPolicy.COLLECT;
  }

  /** Whether all matching rows apply now, not only the first. */
  boolean collectsAfter() {
    return after.hitPolicy() == HitPolicy.COLLECT;
  }

  /** Titles of the columns that only the first table has. */
  static List<String> columnsBeyond(DecisionTable table, DecisionTable other) {
    List<String> titles = new ArrayList<>(table.columns().stream().map(Column::title).toList());
    titles.removeAll(other.columns().stream().map(Column::title).toList());
    return titles;
  }
}
