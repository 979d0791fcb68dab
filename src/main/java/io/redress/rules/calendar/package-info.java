/**
 * Working days, closures, public holidays and peak seasons.
 *
 * <p>{@link io.redress.rules.calendar.Calendars} reads {@code calendar.xlsx} and is the entry.
 * {@link io.redress.rules.calendar.WorkingDays} counts the working days of a country; public
 * holidays of countries that the workbook does not list in full are computed by jollyday.
 */
@NullMarked
package io.redress.rules.calendar;

import org.jspecify.annotations.NullMarked;
