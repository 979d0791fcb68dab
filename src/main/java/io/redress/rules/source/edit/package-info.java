/**
 * Edits cells and rows of a workbook in place, and keeps everything else as its authors made it.
 *
 * <p>{@link io.redress.rules.source.edit.WorkbookEdit} is the entry: it takes the new rows of a
 * sheet and returns the changed file. It works on the XML of the parts, so that cells keep the form
 * in which a program wrote them. {@code RowMoves} maps rows; {@code SheetFrame}, {@code CellNotes},
 * {@code TableParts} and {@code OtherParts} let whatever refers to them follow; {@code ReadBack}
 * compares the result, as it is read, with what it should hold.
 */
@NullMarked
package io.redress.rules.source.edit;

import org.jspecify.annotations.NullMarked;
