package io.redress.rules.source;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.StoredStyles.Style;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of cells, and rejects formulas, errors and ambiguous values. */
final class CellValues {
  /** Spreadsheets keep 15 typed digits, but may store 0.07 as 7.0000000000000007E-2. */
  private static final MathContext AS_TYPED = new MathContext(15, RoundingMode.HALF_UP);

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,3})?");
  private static final Pattern INDEX = Pattern.compile("\\+?0*\\d{1,9}");

  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
  private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000L);

  private final StoredWorkbook workbook;
  private final Refusals refusals;

  CellValues(StoredWorkbook workbook, Refusals refusals) {
    this.workbook = workbook;
    this.refusals = refusals;
  }

  /** Receives cells that cannot be read. */
  @FunctionalInterface
  interface Refusals {
    void add(
        StoredCell cell,
        ProblemCode code,
        @Nullable String value,
        String message,
        String suggestion);
  }

  /** Returns null for empty cells and for cells with a problem. */
  @Nullable Object value(StoredCell cell) {
    if (cell.formula() != null) {
      return formula(cell, cell.formula());
    }
    if (cell.text() != null && (!cell.type().equals("inlineStr") || !written(cell).isEmpty())) {
      return invalid(cell, "two values");
    }
    String value = written(cell);
    return switch (cell.type()) {
      case "s", "str", "inlineStr" -> text(cell);
      case "b" -> value.isEmpty() ? null : truth(cell, value);
      case "n" -> value.isEmpty() ? null : number(cell, value);
      case "d" -> value.isEmpty() ? null : isoDay(cell, value);
      case "e" ->
          refused(cell, ProblemCode.ERROR_CELL, value, "the cell holds an error.", "Type a value.");
      default -> invalid(cell, "a value of the unknown type " + cell.type());
    };
  }

  /** The number of a cell; empty when it holds another value, or is shown as a date. */
  Optional<BigDecimal> number(StoredCell cell) {
    String value = written(cell);
    return cell.type().equals("n") && cell.formula() == null && NUMBER.matcher(value).matches()
        ? Optional.of(rounded(value))
        : Optional.empty();
  }

  /** The number format of a cell; empty when the workbook does not hold its style. */
  Optional<NumberFormat> format(StoredCell cell) {
    return workbook.styles().style(cell.style()).map(Style::format);
  }

  /** Whether the cell's text is struck through, wholly or in part. */
  boolean isStruck(StoredCell cell) {
    return workbook.styles().style(cell.style()).filter(Style::struck).isPresent()
        || stored(cell).filter(StoredText::struck).isPresent();
  }

  boolean isPercent(StoredCell cell) {
    NumberFormat format = format(cell).orElse(NumberFormat.GENERAL);
    return number(cell).filter(format::isPercent).isPresent();
  }

  boolean isText(StoredCell cell) {
    return switch (cell.type()) {
      case "s", "str", "inlineStr" -> true;
      default -> false;
    };
  }

  /** What a cell says to a person: any text, or the result of a formula; empty when it is blank. */
  String freeText(StoredCell cell) {
    String value = written(cell);
    String text =
        switch (cell.type()) {
          case "s", "inlineStr", "str" -> stored(cell).map(StoredText::content).orElse(value);
          case "b" -> value.equals("1") || value.equals("true") ? "true" : "false";
          case "n" -> NUMBER.matcher(value).matches() ? shown(cell, rounded(value)) : value;
          default -> value;
        };
    return InvisibleCharacters.seenInFreeText(text);
  }

  private String shown(StoredCell cell, BigDecimal number) {
    NumberFormat format = format(cell).orElse(NumberFormat.GENERAL);
    if (!format.isDate(number) || number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
      return format.isPercent(number)
          ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
          : number.toPlainString();
    }
    LocalDateTime moment = moment(number);
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime();
  }

  private LocalDateTime moment(BigDecimal number) {
    long millis = number.multiply(MILLIS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
    long days = millis / MILLIS_OF_DAY.longValue();
    LocalDate day = DayNumber.day(days, workbook.from1904());
    return day.atStartOfDay().plus(millis % MILLIS_OF_DAY.longValue(), ChronoUnit.MILLIS);
  }

  /** The cell's value without the blanks around it that XML does not count. */
  private static String written(StoredCell cell) {
    return cell.value() == null ? "" : cell.value().trim();
  }

  /** LibreOffice writes the values true and false as formulas; no other formula is a value. */
  private @Nullable Object formula(StoredCell cell, String formula) {
    return switch (formula.toUpperCase(Locale.ROOT)) {
      case "TRUE()" -> true;
      case "FALSE()" -> false;
      default ->
          refused(
              cell,
              ProblemCode.FORMULA,
              "=" + formula,
              "the cell holds a formula.",
              "Type its result instead.");
    };
  }

  private @Nullable Object truth(StoredCell cell, String value) {
    return switch (value) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> invalid(cell, value + " in place of true or false");
    };
  }

  private @Nullable Object number(StoredCell cell, String value) {
    if (!NUMBER.matcher(value).matches()) {
      return refused(
          cell,
          ProblemCode.ERROR_CELL,
          value,
          "the cell holds a number that no spreadsheet program writes.",
          "Type it again.");
    }
    Optional<Style> style = workbook.styles().style(cell.style());
    if (style.isEmpty()) {
      return invalid(cell, "a format that the workbook does not hold");
    }
    BigDecimal number = rounded(value);
    return style.get().format().isDate(number) ? day(cell, value, number) : number;
  }

  private static BigDecimal rounded(String value) {
    BigDecimal number = new BigDecimal(value).round(AS_TYPED).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private @Nullable Object day(StoredCell cell, String value, BigDecimal number) {
    if (number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
      return invalid(cell, "a number that is no day");
    }
    LocalDateTime moment = moment(number);
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate()
        : timeOfDay(cell, value);
  }

  private @Nullable Object isoDay(StoredCell cell, String value) {
    for (Function<String, LocalDateTime> form :
        List.<Function<String, LocalDateTime>>of(
            text -> LocalDate.parse(text).atStartOfDay(),
            LocalDateTime::parse,
            text -> OffsetDateTime.parse(text).toLocalDateTime())) {
      try {
        LocalDateTime moment = form.apply(value);
        return moment.toLocalTime().truncatedTo(ChronoUnit.MILLIS).equals(LocalTime.MIDNIGHT)
            ? moment.toLocalDate()
            : timeOfDay(cell, value);
      } catch (DateTimeException another) {
        continue;
      }
    }
    return invalid(cell, value + " in place of a date");
  }

  private @Nullable Object timeOfDay(StoredCell cell, String value) {
    return refused(
        cell,
        ProblemCode.TIME_OF_DAY,
        value,
        "the date has a time of day.",
        "Type the date alone, such as 2026-03-05.");
  }

  private @Nullable Object text(StoredCell cell) {
    Optional<StoredText> stored = stored(cell);
    if (stored.isEmpty()) {
      return invalid(cell, "the text with number " + cell.value() + ", which the workbook lacks");
    }
    String text = withoutBlanks(stored.get().content());
    if (InvisibleCharacters.anyIn(text)) {
      return refused(
          cell,
          ProblemCode.INVISIBLE_CHARACTER,
          text,
          InvisibleCharacters.complaint(text),
          "Type the cell again.");
    }
    return text.isEmpty() ? null : text;
  }

  /** The text of a cell that holds one; empty when the workbook lacks it. */
  private Optional<StoredText> stored(StoredCell cell) {
    String value = cell.value() == null ? "" : cell.value();
    return switch (cell.type()) {
      case "s" -> {
        String index = value.trim();
        yield index.isEmpty()
            ? Optional.of(StoredText.EMPTY)
            : INDEX.matcher(index).matches()
                ? workbook.text(Integer.parseInt(index))
                : Optional.empty();
      }
      case "inlineStr" -> Optional.of(cell.text() == null ? StoredText.of(value) : cell.text());
      case "str" -> Optional.of(StoredText.of(value));
      default -> Optional.empty();
    };
  }

  /** Unlike {@code strip()}, keeps blanks other than U+0020, so that they are rejected. */
  private static String withoutBlanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  private @Nullable Object invalid(StoredCell cell, String what) {
    return refused(
        cell,
        ProblemCode.ERROR_CELL,
        cell.value(),
        "the cell holds " + what + ".",
        "Type it again, and save the workbook.");
  }

  private @Nullable Object refused(
      StoredCell cell,
      ProblemCode code,
      @Nullable String value,
      String message,
      String suggestion) {
    refusals.add(cell, code, value, message, suggestion);
    return null;
  }
}
