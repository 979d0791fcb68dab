package io.redress.rules.source.edit;

import org.jspecify.annotations.Nullable;

/**
 * What is to stand in a cell.
 *
 * @param value String, BigDecimal, Boolean or LocalDate; null for nothing
 * @param percentage whether a number counts hundredths, so that 5 is the 0.05 of a cell that shows
 *     percentages
 */
public record EditedCell(@Nullable Object value, boolean percentage) {}
