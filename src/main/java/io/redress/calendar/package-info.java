/** Working days, closures, public holidays and peak seasons. */
@NullMarked
package io.redress.calendar;

import org.jspecify.annotations.NullMarked;
