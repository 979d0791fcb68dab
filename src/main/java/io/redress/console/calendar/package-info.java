/**
 * The calendar of a rule set: days off, make-up days, seasons and countries, by year and country
 * ({@link io.redress.console.calendar.CalendarResource}).
 */
@NullMarked
package io.redress.console.calendar;

import org.jspecify.annotations.NullMarked;
