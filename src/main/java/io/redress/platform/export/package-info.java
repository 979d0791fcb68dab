/** Tables as text: {@link io.redress.platform.export.CsvTable} writes one of any length. */
@NullMarked
package io.redress.platform.export;

import org.jspecify.annotations.NullMarked;
