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
 * A table before and after, both in the columns of either: a column that only one of them has says
 * nothing in the other.
 */
final class TablePair {
  /** With more changed rows, to look for rows near them takes longer than it saves. */
  private static final int MOST_CHANGED = 50;

  private final DecisionTable before;
  private final DecisionTable after;
  private final List<Term> conditions;
  private final List<Term> outcomes;
  private final List<String> titles;
  private final List<AlignedRow> linesBefore;
  private final List<AlignedRow> linesAfter;
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
    this.linesBefore = lines(before);
    this.linesAfter = lines(after);
    this.alignment = Alignment.of(linesBefore, linesAfter, conditions.size());
    boolean comparable = collectsBefore() == collectsAfter();
    findChanged(linesBefore, comparable ? alignment.same().keySet() : Set.of());
    findChanged(linesAfter, comparable ? new HashSet<>(alignment.same().values()) : Set.of());
  }

  private void findChanged(List<AlignedRow> lines, Set<Integer> kept) {
    for (int row = 0; row < lines.size(); row++) {
      if (!kept.contains(row)) {
        changed.add(lines.get(row));
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

  private List<AlignedRow> lines(DecisionTable table) {
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
   * Those of some rows that matter to what changed: others can not match what a changed row does.
   */
  List<AlignedRow> near(List<AlignedRow> lines) {
    RowOverlap meeting = new RowOverlap(conditions);
    return changed.size() > MOST_CHANGED
        ? lines
        : lines.stream()
            .filter(line -> changed.stream().anyMatch(other -> meeting.possible(line, other)))
            .toList();
  }

  /** Which of some rows are in the other table, too, in the same order, by position. */
  BitSet kept(List<AlignedRow> lines) {
    return IntStream.range(0, lines.size())
        .filter(row -> !changed.contains(lines.get(row)))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** Of the conditions, then of the outcomes, as row 3 writes them. */
  List<String> titles() {
    return titles;
  }

  /** What stands where one of them has one row more. */
  AlignedRow nothing() {
    return AlignedRow.nothing(conditions.size(), outcomes.size());
  }

  List<AlignedRow> linesBefore() {
    return linesBefore;
  }

  List<AlignedRow> linesAfter() {
    return linesAfter;
  }

  Alignment alignment() {
    return alignment;
  }

  /** Whether before all rows that matched answered, not the first alone. */
  boolean collectsBefore() {
    return before.hitPolicy() == HitPolicy.COLLECT;
  }

  /** Whether now all rows that match answer, not the first alone. */
  boolean collectsAfter() {
    return after.hitPolicy() == HitPolicy.COLLECT;
  }

  /** The columns of one table that another has not, by their titles. */
  static List<String> columnsBeyond(DecisionTable table, DecisionTable other) {
    List<String> titles = new ArrayList<>(table.columns().stream().map(Column::title).toList());
    titles.removeAll(other.columns().stream().map(Column::title).toList());
    return titles;
  }
}
