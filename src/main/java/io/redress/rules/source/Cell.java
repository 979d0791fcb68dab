package io.redress.rules.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it was typed.
 *
 * @param address such as {@code D7}
 * @param row as the spreadsheet shows it, from 1
 * @param column from 0
 * @param value String, BigDecimal, Boolean or LocalDate; numbers are raw, whatever their format
 *     shows
 * @param percent whether the number is shown as a percentage, so that a raw 0.05 reads as 5%
 */
public record Cell(String address, int row, int column, Object value, boolean percent) {

  /** Returns the address, such as {@code D7} for column 3 (from 0) and row 7 (from 1). */
  public static String address(int column, int row) {
    return letters(column) + row;
  }

  /** The letters of a column, from 0: {@code D} for 3. */
  public static String letters(int column) {
    return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
  }

  /** The column of an address or of its letters, from 0: 3 for {@code D} and {@code $D$7}. */
  public static int column(String address) {
    int column = 0;
    for (char one : address.toUpperCase(Locale.ROOT).toCharArray()) {
      if (one >= 'A' && one <= 'Z') {
        column = column * 26 + one - 'A' + 1;
      }
    }
    return column - 1;
  }

  /** Returns the value as text, as a person would type it. */
  public String text() {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Whether this cell, which names a column, makes it one of remarks. */
  public boolean namesRemark() {
    return text().startsWith("#");
  }

  /** Returns the value as the sheet displays it; percentages have their sign. */
  public String shown() {
    return percent && value instanceof BigDecimal number
        ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : text();
  }

  /** Returns the cell of a row in a column; null when it is empty. */
  public static @Nullable Cell at(List<Cell> row, int column) {
    for (Cell cell : row) {
      if (cell.column == column) {
        return cell;
      }
    }
    return null;
  }
}
