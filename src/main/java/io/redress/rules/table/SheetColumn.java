package io.redress.rules.table;

import io.redress.rules.source.Cell;
import java.util.Optional;

/**
 * A column of a {@link TableSheet}.
 *
 * @param position from 0
 * @param title as in row 3, such as {@code -> why}
 * @param label as in row 2; may be empty
 * @param meaning the column of the table; empty for remarks and unknown names
 */
public record SheetColumn(int position, String title, String label, Optional<Column> meaning) {
  /** Such as {@code B}. */
  public String letters() {
    return Cell.letters(position);
  }

  /** The address of its cell in a row, such as {@code B7}. */
  public String address(int row) {
    return Cell.address(position, row);
  }
}
