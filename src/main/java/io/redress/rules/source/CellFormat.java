package io.redress.rules.source;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Number formats of cells. */
public final class CellFormat {
  private static final BigDecimal DAY = BigDecimal.valueOf(46_000);

  private CellFormat() {}

  /** Whether the format displays 0.05 as 5%. */
  public static boolean showsPercentages(@Nullable String format) {
    return format != null && NumberFormat.of(format).isPercent(BigDecimal.ONE);
  }

  /** Whether the format displays 46000 as a day. */
  public static boolean showsDays(String format) {
    return NumberFormat.of(format).isDate(DAY);
  }

  /** Whether the format displays a number as it is, or a hundredth as one percent. */
  public static boolean showsExactly(String format, BigDecimal number) {
    return NumberFormat.of(format).misleading(number).isEmpty();
  }

  /** The format that workbooks name by a number. */
  public static String builtIn(int id) {
    return NumberFormat.builtInCode(id);
  }
}
