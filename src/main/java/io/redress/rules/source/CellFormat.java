package io.redress.rules.source;

import org.jspecify.annotations.Nullable;

/** Number formats of cells. */
public final class CellFormat {
  private CellFormat() {}

  /** Whether the format displays 0.05 as 5%. */
  public static boolean showsPercentages(@Nullable String format) {
    return format != null && NumberFormat.showsPercentages(format);
  }
}
