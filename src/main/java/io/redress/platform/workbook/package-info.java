/**
 * Workbooks that the program makes: {@link io.redress.platform.workbook.WorkbookTable} writes a
 * table of any length.
 */
@NullMarked
package io.redress.platform.workbook;

import org.jspecify.annotations.NullMarked;
