package io.redress.rules.source.edit;

import org.jspecify.annotations.Nullable;

/**
 * The new value of a cell.
 *
 * @param value String, BigDecimal, Boolean or LocalDate; null to clear the cell
 * @param percentage whether a number is a percentage, so that 5 is stored as 0.05 in a cell with a
 *     percent format
 */
public record EditedCell(@Nullable Object value, boolean percentage) {}
