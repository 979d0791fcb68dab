/**
 * Working days, closures, public holidays and peak seasons.
 *
 * <p>{@link io.redress.rules.calendar.Calendars} reads {@code calendar.xlsx} and is the entry.
 * {@link io.redress.rules.calendar.WorkingDays} counts the working days of a country; public
 * holidays are computed by jollyday, except for countries whose holidays the workbook lists in
 * full. {@link io.redress.rules.calendar.WorkingDays#promised} and {@link
 * io.redress.rules.calendar.WorkingDays#reviewBy} give the days that may be promised.
 */
@NullMarked
package io.redress.rules.calendar;

import org.jspecify.annotations.NullMarked;
