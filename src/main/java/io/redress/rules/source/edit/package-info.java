/** Changes the rows of a worksheet, and leaves all else in its workbook as it was. */
@NullMarked
package io.redress.rules.source.edit;

import org.jspecify.annotations.NullMarked;
