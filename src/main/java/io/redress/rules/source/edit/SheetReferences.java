package io.redress.rules.source.edit;

import io.redress.rules.source.Place;
import io.redress.rules.source.edit.FormulaText.Reference;
import io.redress.rules.source.edit.RowMoves.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Formulas that refer to the sheet whose rows move, in the words of the place where each is.
 *
 * @param file path of the workbook inside the rule set
 * @param sheet name of the sheet whose rows move
 * @param order names of all sheets
 */
record SheetReferences(String file, String sheet, List<String> order, RowMoves moves) {

  /**
   * Returns a formula outside the sheet, which refers to the same cells as before.
   *
   * @param place where the formula is
   * @param what the formula is, such as "the formula"
   */
  String outside(String formula, Place place, String what) {
    return FormulaText.map(
        formula,
        reference ->
            concerns(reference, false)
                ? tracked(reference, formula, place, what)
                : reference.rows());
  }

  /** Returns a defined name; rows without a dollar sign are relative to the cell that uses it. */
  String name(String formula, Place place, String what, boolean builtIn) {
    return FormulaText.map(
        formula,
        reference -> {
          if (!concerns(reference, false) || !reference.topFixed() || !reference.bottomFixed()) {
            return reference.rows();
          }
          return builtIn
              ? moves.around(reference.rows())
              : tracked(reference, formula, place, what);
        });
  }

  /**
   * Returns a formula in a cell of the sheet. Rows that it refers to are followed, and the row that
   * it is in goes with it.
   *
   * @param from the original row of the cell
   * @param to its row now
   * @param copy whether another row is the original one now
   */
  String inside(String formula, int from, int to, boolean copy, Place place) {
    return FormulaText.map(
        formula,
        reference -> {
          Span rows = reference.rows();
          if (!concerns(reference, true)) {
            return rows;
          }
          boolean own = rows.top() == from && rows.bottom() == from;
          if (own && !(reference.topFixed() && copy)) {
            return new Span(to, to);
          }
          return copy && isRelative(reference)
              ? shifted(rows, to - from)
              : tracked(reference, formula, place, "the formula");
        });
  }

  /**
   * Returns a formula of a format or a list in the sheet, which is relative to the first row of its
   * range.
   *
   * @param from the first row of the range before
   * @param to the first row of the range now
   */
  String anchored(String formula, int from, int to, Place place, String what) {
    return FormulaText.map(
        formula,
        reference -> {
          Span rows = reference.rows();
          if (!concerns(reference, true)) {
            return rows;
          }
          if (reference.topFixed() && reference.bottomFixed()) {
            return tracked(reference, formula, place, what);
          }
          return isRelative(reference) ? shifted(rows, to - from) : rows;
        });
  }

  private static boolean isRelative(Reference reference) {
    return !reference.topFixed() && !reference.bottomFixed();
  }

  private static Span shifted(Span rows, int by) {
    return new Span(Math.max(1, rows.top() + by), Math.max(1, rows.bottom() + by));
  }

  /**
   * @param unnamed whether a reference without a sheet is to this one
   */
  private boolean concerns(Reference reference, boolean unnamed) {
    String named = reference.sheet();
    return named == null
        ? unnamed
        : named.equalsIgnoreCase(sheet) || named.indexOf(':') > 0 && covers(named);
  }

  private boolean covers(String range) {
    int colon = range.indexOf(':');
    int from = index(range.substring(0, colon));
    int to = index(range.substring(colon + 1));
    int here = index(sheet);
    return from >= 0 && to >= 0 && here >= Math.min(from, to) && here <= Math.max(from, to);
  }

  private int index(String name) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private Span tracked(Reference reference, String formula, Place place, String what) {
    Span rows = reference.rows();
    Span now = moves.whole(rows).orElse(null);
    String named = reference.sheet();
    boolean several = named != null && named.indexOf(':') > 0 && !named.equalsIgnoreCase(sheet);
    if (now == null || several && !now.equals(rows)) {
      throw EditRefusedException.referring(place, formula, why(what, rows, several));
    }
    return now;
  }

  private String why(String what, Span rows, boolean several) {
    return what
        + " refers to "
        + (rows.size() == 1 ? "row " + rows.top() : "rows " + rows.top() + " to " + rows.bottom())
        + " of "
        + sheet
        + ", which would "
        + (several
            ? "move, but not in the other sheets"
            : moves.follow(rows).isEmpty() || rows.size() == 1
                ? "be deleted"
                : "no longer be next to each other");
  }

  /** The place of a cell, or of something else on a sheet. */
  Place place(String where, @Nullable String cell) {
    return new Place(file, where, cell, null);
  }

  /** Returns the new row of a point, such as that of a note; empty when it is deleted. */
  OptionalInt row(int row) {
    return moves.newRow(row);
  }
}
