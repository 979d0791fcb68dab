package io.redress.rules.source;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the format of a cell makes of a number. */
public final class CellFormat {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");

  private CellFormat() {}

  /** Whether 0.05 is shown as 5%. */
  public static boolean showsPercentages(@Nullable String format) {
    return format != null && QUOTED.matcher(format).replaceAll("").contains("%");
  }
}
