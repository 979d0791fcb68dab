package io.redress.rules.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A number format: what a spreadsheet program shows of a number.
 *
 * <p>It has up to four sections, for positive numbers, negative ones, zero and text, or with
 * conditions of their own.
 */
final class NumberFormat {
  private static final int MAX_REMEMBERED = 1_000;
  private static final Map<String, NumberFormat> KNOWN = new ConcurrentHashMap<>();

  /** Formats that workbooks name by a number, as far as it says more than {@code General}. */
  private static final Map<Integer, String> BUILT_IN =
      Map.ofEntries(
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(5, "\"$\"#,##0_);(\"$\"#,##0)"),
          Map.entry(6, "\"$\"#,##0_);[Red](\"$\"#,##0)"),
          Map.entry(7, "\"$\"#,##0.00_);(\"$\"#,##0.00)"),
          Map.entry(8, "\"$\"#,##0.00_);[Red](\"$\"#,##0.00)"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(14, "m/d/yyyy"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(16, "d-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "h:mm"),
          Map.entry(21, "h:mm:ss"),
          Map.entry(22, "m/d/yyyy h:mm"),
          Map.entry(37, "#,##0_);(#,##0)"),
          Map.entry(38, "#,##0_);[Red](#,##0)"),
          Map.entry(39, "#,##0.00_);(#,##0.00)"),
          Map.entry(40, "#,##0.00_);[Red](#,##0.00)"),
          Map.entry(41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
          Map.entry(42, "_(\"$\"* #,##0_);_(\"$\"* (#,##0);_(\"$\"* \"-\"_);_(@_)"),
          Map.entry(43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
          Map.entry(44, "_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00);_(\"$\"* \"-\"??_);_(@_)"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mm:ss.0"),
          Map.entry(48, "##0.0E+0"),
          // Thai
          Map.entry(59, "0"),
          Map.entry(60, "0.00"),
          Map.entry(61, "#,##0"),
          Map.entry(62, "#,##0.00"),
          Map.entry(67, "0%"),
          Map.entry(68, "0.00%"),
          Map.entry(69, "# ?/?"),
          Map.entry(70, "# ??/??"));

  static final NumberFormat GENERAL = of("General");

  /**
   * Shown in the way of the reader's language: dates and times of Chinese, Japanese, Korean, Thai.
   */
  private static final String LOCAL_DATE = "yyyy/m/d";

  /** Index of the section for texts, if there are that many. */
  private static final int FOR_TEXT = 3;

  private final List<FormatSection> sections;

  private NumberFormat(String code) {
    this.sections = FormatParser.sections(code);
  }

  static NumberFormat of(String code) {
    NumberFormat known = KNOWN.get(code);
    if (known != null) {
      return known;
    }
    NumberFormat format = new NumberFormat(code);
    if (KNOWN.size() < MAX_REMEMBERED) {
      KNOWN.put(code, format);
    }
    return format;
  }

  static NumberFormat builtIn(int id) {
    return of(builtInCode(id));
  }

  static String builtInCode(int id) {
    boolean local = id >= 27 && id <= 36 || id >= 50 && id <= 58 || id >= 71 && id <= 81;
    return local ? LOCAL_DATE : BUILT_IN.getOrDefault(id, "General");
  }

  /** Whether it shows the number as a date or a time. */
  boolean isDate(BigDecimal number) {
    return section(number).filter(FormatSection::isDate).isPresent();
  }

  /** Whether it shows 0.05 as 5%. */
  boolean isPercent(BigDecimal number) {
    return section(number).filter(section -> section.percentSigns() == 1).isPresent();
  }

  /**
   * What it shows instead of the number: not its value, or not only that. Empty when it shows the
   * number, with a unit or a currency at most.
   *
   * @param number that is no date in this format
   */
  Optional<String> misleading(BigDecimal number) {
    Optional<FormatSection> section = section(number);
    return section.isEmpty()
        ? Optional.of("signs that it is too wide")
        : section.get().misleading(number);
  }

  /** The part of a date that it hides, such as {@code year}; empty when it shows all three. */
  Optional<String> hiddenOfDate(BigDecimal number) {
    return section(number).flatMap(FormatSection::hiddenOfDate);
  }

  /** What it shows of a date besides the date, such as a sign in front; empty for nothing. */
  Optional<String> addedToDate(BigDecimal number, String date) {
    return section(number).flatMap(section -> section.addedToDate(date));
  }

  /** What it shows instead of a text, or of true or false; empty when it shows just that. */
  Optional<String> insteadOf(String text) {
    Optional<FormatSection> forText =
        sections.stream().filter(FormatSection::isForText).reduce((one, next) -> next);
    return forText
        .or(() -> sections.stream().skip(FOR_TEXT).findFirst())
        .flatMap(section -> section.insteadOf(text));
  }

  /** The section that shows a number; empty when none does. */
  private Optional<FormatSection> section(BigDecimal number) {
    List<FormatSection> forNumbers = sections.stream().filter(one -> !one.isForText()).toList();
    int last = forNumbers.size() - 1;
    if (last < 0) {
      return Optional.of(FormatSection.GENERAL);
    }
    for (int i = 0; i <= Math.min(last, 2); i++) {
      FormatSection section = forNumbers.get(i);
      boolean fits =
          section.hasCondition() ? section.accepts(number) : fits(i, last, number.signum());
      if (fits) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** The sections without a condition are for positive numbers, negative ones and the rest. */
  private static boolean fits(int index, int last, int sign) {
    if (index == last) {
      return true;
    }
    return switch (index) {
      case 0 -> last == 1 ? sign >= 0 : sign > 0;
      case 1 -> sign < 0;
      default -> true;
    };
  }
}
