/**
 * Tables of any length: {@link io.redress.platform.export.CsvTable} writes one as text, {@link
 * io.redress.platform.export.ExportTable} as text or into a workbook.
 */
@NullMarked
package io.redress.platform.export;

import org.jspecify.annotations.NullMarked;
