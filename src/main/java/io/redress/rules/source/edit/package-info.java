/**
 * Edits cells and rows of a workbook in place, and keeps everything else as its authors made it.
 *
 * <p>{@link io.redress.rules.source.edit.WorkbookEdit} is the entry: it takes the new rows of a
 * sheet and returns the changed file. Styles, notes, links, validation lists, conditional formats
 * and filters follow the rows.
 */
@NullMarked
package io.redress.rules.source.edit;

import org.jspecify.annotations.NullMarked;
