/**
 * Pages of decision tables ({@link io.redress.console.tables.TablesResource}): list, search, upload
 * of workbooks, and the grid that edits a table, with {@link io.redress.console.tables.CheckAnswer}
 * while the user types.
 */
@NullMarked
package io.redress.console.tables;

import org.jspecify.annotations.NullMarked;
