package io.redress.rules.source;

import org.jspecify.annotations.Nullable;

/**
 * A cell as the workbook's XML has it, its value not read yet.
 *
 * @param row from 1
 * @param column from 0
 * @param type such as {@code s}; {@code n} when the XML names none
 * @param value the text of its value; null when it has none
 * @param text of a cell that holds its text itself
 * @param formula with the same text for all cells that share one; null when it has none
 * @param style index of its style
 */
record StoredCell(
    int row,
    int column,
    String type,
    @Nullable String value,
    @Nullable StoredText text,
    @Nullable String formula,
    int style) {

  String address() {
    return Cell.address(column, row);
  }

  /** Whether nothing is in it: only a format, at most. */
  boolean isBlank() {
    return formula == null
        && (value == null || value.trim().isEmpty())
        && (text == null || text.content().isEmpty());
  }
}
