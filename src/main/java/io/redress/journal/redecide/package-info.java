/** Kept decisions taken again under other rules, and what is different then. */
@NullMarked
package io.redress.journal.redecide;

import org.jspecify.annotations.NullMarked;
