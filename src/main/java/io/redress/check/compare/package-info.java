/**
 * Compares two rule sets: changed files, tables, rows and cells, and the facts for which outcomes
 * change.
 *
 * <p>The entry is {@link io.redress.check.compare.RuleSetChanges}. Rows are matched by {@code
 * Alignment}; {@code Differences} compares outcomes exactly, as boxes of facts, and {@link
 * io.redress.check.compare.Region} describes them in words.
 */
@NullMarked
package io.redress.check.compare;

import org.jspecify.annotations.NullMarked;
