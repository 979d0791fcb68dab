/**
 * Business decision tables: sheets parsed into typed cells, and indexed for look-up.
 *
 * <p>{@link io.redress.rules.table.Tables} reads all tables of a rule set; {@link
 * io.redress.rules.table.DecisionTable#ask} returns the rows that match. Cells are S-FEEL unary
 * tests ({@link io.redress.rules.table.UnaryTest}) over the terms of the {@link
 * io.redress.rules.table.Vocabulary}. {@link io.redress.rules.table.TableSheet} is a table as its
 * sheet shows it, to be shown or edited. {@link io.redress.rules.table.IntervalText} is the syntax
 * of ranges, in cells and elsewhere.
 */
@NullMarked
package io.redress.rules.table;

import org.jspecify.annotations.NullMarked;
