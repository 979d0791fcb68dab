package io.redress.source;

import org.jspecify.annotations.Nullable;

/**
 * A cell as it was typed.
 *
 * @param address such as {@code D7}
 * @param row as the spreadsheet shows it, from 1
 * @param column from 0
 * @param value String, BigDecimal, Boolean, LocalDate, or null when empty; numbers are raw,
 *     whatever their format shows
 * @param percent whether the number is shown as a percentage, so that a raw 0.05 reads as 5%
 */
public record Cell(String address, int row, int column, @Nullable Object value, boolean percent) {}
