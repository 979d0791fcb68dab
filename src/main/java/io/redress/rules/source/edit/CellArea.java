package io.redress.rules.source.edit;

import io.redress.rules.source.edit.RowMoves.Span;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range of cells as parts of workbooks write it, such as {@code A4:C9} or {@code B5}.
 *
 * @param left the letters of its first column, with a dollar sign if there is one
 * @param right those of its last column
 */
record CellArea(String left, String right, Span rows) {
  private static final Pattern FORM =
      Pattern.compile("(\\$?[A-Za-z]{1,3})\\$?(\\d{1,7})(?::(\\$?[A-Za-z]{1,3})\\$?(\\d{1,7}))?");

  /** Whole columns and other forms do not move with rows. */
  static boolean isArea(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * @throws IllegalArgumentException for another form
   */
  static CellArea of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(text);
    }
    int top = Integer.parseInt(form.group(2));
    boolean one = form.group(3) == null;
    int bottom = one ? top : Integer.parseInt(form.group(4));
    return new CellArea(form.group(1), one ? form.group(1) : form.group(3), new Span(top, bottom));
  }

  /** Maps a list of ranges, separated by blanks; empty when all are deleted. */
  static String follow(String areas, RowMoves moves) {
    return Arrays.stream(areas.trim().split("\\s+"))
        .flatMap(area -> isArea(area) ? of(area).follow(moves).stream() : List.of(area).stream())
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private List<CellArea> follow(RowMoves moves) {
    return moves.follow(rows).stream().map(this::at).toList();
  }

  CellArea at(Span other) {
    return new CellArea(left, right, other);
  }

  /** The first row of a list of ranges; 0 for one of whole columns. */
  static int top(String areas) {
    return Arrays.stream(areas.trim().split("\\s+"))
        .filter(CellArea::isArea)
        .mapToInt(area -> of(area).rows.top())
        .min()
        .orElse(0);
  }

  @Override
  public String toString() {
    String start = left + rows.top();
    return rows.size() == 1 && left.equals(right) ? start : start + ":" + right + rows.bottom();
  }
}
