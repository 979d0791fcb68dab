package io.redress.check.compare;

import io.redress.check.verify.Box;
import io.redress.check.verify.Boxes;
import io.redress.check.verify.Budget;
import io.redress.platform.phrase.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the facts for which two versions of a table have different outcomes, as boxes.
 *
 * <p>The result is exact. Outcomes can differ only where a row matches that is not in both tables
 * or moved, so the box of each such row is split until both outcomes are known in every piece, or
 * no such row touches it.
 */
final class Differences {
  private final Boxes boxes;
  private final Side before;
  private final Side after;
  private final List<Integer> rowsBefore;
  private final List<Integer> rowsAfter;
  private final Budget budget;
  private final Map<AnswerChange, Set<Box>> found = new LinkedHashMap<>();
  private final Set<Box> examined = new HashSet<>();
  private final List<Phrase> unfinished = new ArrayList<>();

  /** A box with the positions of the rows of both tables that may touch it. */
  private record Piece(Box box, List<Integer> before, List<Integer> after) {}

  /**
   * One version of the table, reduced to rows that may match what a changed row matches. Positions
   * are those among these rows.
   *
   * @param all whether all matching rows apply, or the first only
   * @param kept positions of rows that are also in the other table, in the same order
   */
  private record Side(List<AlignedRow> aligned, List<Box> boxes, boolean all, BitSet kept) {

    /** The given rows that apply to facts in a box. */
    List<Integer> touching(Box box, List<Integer> rows) {
      List<Integer> touching = new ArrayList<>();
      for (Integer row : rows) {
        if (box.intersects(boxes.get(row))) {
          touching.add(row);
          if (!all && box.within(boxes.get(row))) {
            break;
          }
        }
      }
      return touching;
    }

    /** Whether only the first row applies, and one of these matches the whole box. */
    boolean closed(Box box, List<Integer> touching) {
      return !all
          && !touching.isEmpty()
          && box.within(boxes.get(touching.get(touching.size() - 1)));
    }

    /** The given rows that are not in the other table or moved. */
    List<Integer> changed(List<Integer> rows) {
      return rows.stream().filter(row -> !kept.get(row)).toList();
    }

    List<List<Optional<Object>>> answers(List<Integer> rows) {
      return rows.stream().map(row -> aligned.get(row).outcomes()).toList();
    }

    List<Integer> rows() {
      return IntStream.range(0, aligned.size()).boxed().toList();
    }
  }

  private Differences(Boxes boxes, Side before, Side after, Budget budget) {
    this.boxes = boxes;
    this.before = before;
    this.after = after;
    this.rowsBefore = before.rows();
    this.rowsAfter = after.rows();
    this.budget = budget;
  }

  /** Empty when the rows name too many values to be compared. */
  static Optional<Differences> between(TablePair tables, Budget budget) {
    List<AlignedRow> before = tables.near(tables.alignedBefore());
    List<AlignedRow> after = tables.near(tables.alignedAfter());
    return Boxes.of(
            tables.conditions(),
            Stream.concat(before.stream(), after.stream()).map(AlignedRow::tests).toList())
        .map(
            boxes -> {
              List<Box> then = boxes.rows().subList(0, before.size());
              List<Box> now = boxes.rows().subList(before.size(), boxes.rows().size());
              return new Differences(
                  boxes,
                  new Side(before, then, tables.collectsBefore(), tables.kept(before)),
                  new Side(after, now, tables.collectsAfter(), tables.kept(after)),
                  budget);
            })
        .map(Differences::examine);
  }

  private Differences examine() {
    examineChangedRows(before);
    examineChangedRows(after);
    return this;
  }

  Boxes boxes() {
    return boxes;
  }

  /** The facts by how their outcomes change; boxes may overlap. */
  Map<AnswerChange, Set<Box>> found() {
    return found;
  }

  /** Numbers of the rows whose facts were not all compared, because the budget ran out. */
  List<Phrase> unfinished() {
    return unfinished;
  }

  private void examineChangedRows(Side side) {
    for (Integer row : side.changed(side.rows())) {
      Box box = side.boxes.get(row);
      if (!box.isEmpty() && examined.add(box) && !examine(box)) {
        Phrase number = Phrase.verbatim(String.valueOf(side.aligned.get(row).number()));
        unfinished.add(side == before ? Phrase.of("difference.wasRow", number) : number);
      }
    }
  }

  /** Returns false if the budget ran out. */
  private boolean examine(Box box) {
    Deque<Piece> pieces = new ArrayDeque<>();
    pieces.push(new Piece(box, rowsBefore, rowsAfter));
    for (int steps = 0; !pieces.isEmpty(); steps++) {
      if (steps >= budget.boxes() || steps % 64 == 0 && budget.spent()) {
        return false;
      }
      Piece piece = pieces.pop();
      touched(piece).ifPresent(touched -> examine(touched, pieces));
    }
    return true;
  }

  /** Reduces a piece to the rows that apply to it; empty where outcomes cannot differ. */
  private Optional<Piece> touched(Piece piece) {
    List<Integer> then = before.touching(piece.box, piece.before);
    List<Integer> now = after.touching(piece.box, piece.after);
    boolean differs = !before.changed(then).isEmpty() || !after.changed(now).isEmpty();
    return differs && !oneAnswer(piece.box, then, now)
        ? Optional.of(new Piece(piece.box, then, now))
        : Optional.empty();
  }

  /** Whether only the first row applies, and all candidates have the same outcomes. */
  private boolean oneAnswer(Box box, List<Integer> then, List<Integer> now) {
    if (!before.closed(box, then) || !after.closed(box, now)) {
      return false;
    }
    Set<List<Optional<Object>>> answers = new HashSet<>(before.answers(then));
    answers.addAll(after.answers(now));
    return answers.size() == 1;
  }

  private void examine(Piece piece, Deque<Piece> pieces) {
    boolean reported = before.all && after.all && examineChangedOnly(piece, pieces);
    if (!reported && !split(piece, piece.before, piece.after, pieces)) {
      AnswerChange change =
          new AnswerChange(before.answers(piece.before), after.answers(piece.after));
      AnswerChange reduced = change.withoutShared();
      add(reduced.isNone() ? change : reduced, piece.box);
    }
  }

  /**
   * Examines only changed rows of COLLECT tables: rows in both tables affect only the order of
   * outcomes.
   *
   * @return whether the piece is done
   */
  private boolean examineChangedOnly(Piece piece, Deque<Piece> pieces) {
    List<Integer> then = before.changed(piece.before);
    List<Integer> now = after.changed(piece.after);
    if (split(piece, then, now, pieces)) {
      return true;
    }
    AnswerChange change =
        new AnswerChange(before.answers(then), after.answers(now)).withoutShared();
    add(change, piece.box);
    return !change.isNone();
  }

  private void add(AnswerChange change, Box box) {
    if (!change.isNone()) {
      found.computeIfAbsent(change, first -> new LinkedHashSet<>()).add(box);
    }
  }

  /**
   * Splits a piece along a row that matches only a part of it, choosing the one that leaves the
   * fewest pieces. Returns false if there is no such row.
   */
  private boolean split(Piece piece, List<Integer> then, List<Integer> now, Deque<Piece> pieces) {
    Box box = piece.box;
    Optional<Box> row =
        Stream.concat(then.stream().map(before.boxes::get), now.stream().map(after.boxes::get))
            .filter(touching -> !box.within(touching))
            .min(Comparator.comparingInt(box::sidesBeyond));
    row.map(box::without).orElse(List.of()).stream()
        .map(left -> new Piece(left, piece.before, piece.after))
        .forEach(pieces::push);
    row.map(box::intersection)
        .ifPresent(both -> pieces.push(new Piece(both, piece.before, piece.after)));
    return row.isPresent();
  }
}
