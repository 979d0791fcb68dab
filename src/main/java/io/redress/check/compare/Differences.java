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
 * The facts of which two tables answer differently, as boxes.
 *
 * <p>Exact. Answers can differ only where a row matches that is not in both tables, or in another
 * order; so each box of such a row is cut until both answers are known in every piece, or no such
 * row touches it.
 */
final class Differences {
  private final Boxes boxes;
  private final Side before;
  private final Side after;
  private final List<Integer> rowsBefore;
  private final List<Integer> rowsAfter;
  private final Budget budget;
  private final Map<AnswerChange, Set<Box>> found = new LinkedHashMap<>();
  private final Set<Box> looked = new HashSet<>();
  private final List<Phrase> unfinished = new ArrayList<>();

  /** A box, and the rows of both tables that may touch it, by position. */
  private record Piece(Box box, List<Integer> before, List<Integer> after) {}

  /**
   * One of the tables: all rows that may match what a changed row matches, by position among them.
   *
   * @param all whether all rows that match answer, or the first
   * @param kept rows that are in the other table, too, in the same order
   */
  private record Side(List<AlignedRow> lines, List<Box> boxes, boolean all, BitSet kept) {

    /** Those of some rows that answer facts in a box. */
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

    /** Whether the first row answers, and one of these does so everywhere in a box. */
    boolean closed(Box box, List<Integer> touching) {
      return !all
          && !touching.isEmpty()
          && box.within(boxes.get(touching.get(touching.size() - 1)));
    }

    /** Those of some rows that are not kept. */
    List<Integer> changed(List<Integer> rows) {
      return rows.stream().filter(row -> !kept.get(row)).toList();
    }

    List<List<Optional<Object>>> answers(List<Integer> rows) {
      return rows.stream().map(row -> lines.get(row).outcomes()).toList();
    }

    List<Integer> rows() {
      return IntStream.range(0, lines.size()).boxed().toList();
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

  /** Empty when the rows name too many values to look at. */
  static Optional<Differences> between(TablePair tables, Budget budget) {
    List<AlignedRow> before = tables.near(tables.linesBefore());
    List<AlignedRow> after = tables.near(tables.linesAfter());
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
        .map(Differences::look);
  }

  private Differences look() {
    lookWhereChanged(before);
    lookWhereChanged(after);
    return this;
  }

  Boxes boxes() {
    return boxes;
  }

  /** By what turns into what; boxes may share facts. */
  Map<AnswerChange, Set<Box>> found() {
    return found;
  }

  /** Rows, by number, around which not all facts were looked at. */
  List<Phrase> unfinished() {
    return unfinished;
  }

  private void lookWhereChanged(Side side) {
    for (Integer row : side.changed(side.rows())) {
      Box box = side.boxes.get(row);
      if (!box.isEmpty() && looked.add(box) && !look(box)) {
        Phrase number = Phrase.verbatim(String.valueOf(side.lines.get(row).number()));
        unfinished.add(side == before ? Phrase.of("difference.wasRow", number) : number);
      }
    }
  }

  /** Whether all of a box could be looked at. */
  private boolean look(Box box) {
    Deque<Piece> pieces = new ArrayDeque<>();
    pieces.push(new Piece(box, rowsBefore, rowsAfter));
    for (int steps = 0; !pieces.isEmpty(); steps++) {
      if (steps >= budget.boxes() || steps % 64 == 0 && budget.spent()) {
        return false;
      }
      Piece piece = pieces.pop();
      touched(piece).ifPresent(touched -> look(touched, pieces));
    }
    return true;
  }

  /** With those rows only that answer in it; empty where answers can not differ. */
  private Optional<Piece> touched(Piece piece) {
    List<Integer> then = before.touching(piece.box, piece.before);
    List<Integer> now = after.touching(piece.box, piece.after);
    boolean differs = !before.changed(then).isEmpty() || !after.changed(now).isEmpty();
    return differs && !oneAnswer(piece.box, then, now)
        ? Optional.of(new Piece(piece.box, then, now))
        : Optional.empty();
  }

  /** Whether the first row answers, and whichever it is, it answers the same. */
  private boolean oneAnswer(Box box, List<Integer> then, List<Integer> now) {
    if (!before.closed(box, then) || !after.closed(box, now)) {
      return false;
    }
    Set<List<Optional<Object>>> answers = new HashSet<>(before.answers(then));
    answers.addAll(after.answers(now));
    return answers.size() == 1;
  }

  private void look(Piece piece, Deque<Piece> pieces) {
    boolean told = before.all && after.all && lookAtChanged(piece, pieces);
    if (!told && !cut(piece, piece.before, piece.after, pieces)) {
      AnswerChange turn =
          new AnswerChange(before.answers(piece.before), after.answers(piece.after));
      AnswerChange lean = turn.withoutShared();
      found(lean.isNone() ? turn : lean, piece.box);
    }
  }

  /**
   * Where all rows answer, those that are kept make a difference to the order of answers only.
   *
   * @return whether nothing else is to be found out of a piece as a whole
   */
  private boolean lookAtChanged(Piece piece, Deque<Piece> pieces) {
    List<Integer> then = before.changed(piece.before);
    List<Integer> now = after.changed(piece.after);
    if (cut(piece, then, now, pieces)) {
      return true;
    }
    AnswerChange turn = new AnswerChange(before.answers(then), after.answers(now)).withoutShared();
    found(turn, piece.box);
    return !turn.isNone();
  }

  private void found(AnswerChange turn, Box box) {
    if (!turn.isNone()) {
      found.computeIfAbsent(turn, first -> new LinkedHashSet<>()).add(box);
    }
  }

  /** Cuts along one of some rows, if one matches a part only: that which leaves fewest pieces. */
  private boolean cut(Piece piece, List<Integer> then, List<Integer> now, Deque<Piece> pieces) {
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
