/** Working days, closures, public holidays and peak seasons. */
@NullMarked
package io.redress.rules.calendar;

import org.jspecify.annotations.NullMarked;
