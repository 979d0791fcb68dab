package io.redress.rules.source;

import io.redress.platform.text.InvisibleCharacters;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/** Reads the values of cells, and rejects formulas, errors and ambiguous values. */
final class CellValues {
  /** Spreadsheets keep 15 typed digits, but may store 0.07 as 7.0000000000000007E-2. */
  private static final MathContext AS_TYPED = new MathContext(15, RoundingMode.HALF_UP);

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,3})?");

  private final Refusals refusals;

  CellValues(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Receives cells that cannot be read. */
  @FunctionalInterface
  interface Refusals {
    void add(
        XSSFCell cell, ProblemCode code, @Nullable String value, String message, String suggestion);
  }

  /** Returns null for empty cells and for cells with a problem. */
  @Nullable Object value(XSSFCell cell) {
    return switch (cell.getCellType()) {
      case FORMULA -> formula(cell);
      case ERROR ->
          refused(
              cell,
              ProblemCode.ERROR_CELL,
              cell.getErrorCellString(),
              "the cell holds an error.",
              "Type a value.");
      case BOOLEAN -> cell.getBooleanCellValue();
      case NUMERIC -> number(cell);
      case STRING -> text(cell);
      default -> null;
    };
  }

  /** LibreOffice writes the values true and false as formulas; no other formula is a value. */
  private @Nullable Object formula(XSSFCell cell) {
    return switch (cell.getCellFormula()) {
      case "TRUE()" -> true;
      case "FALSE()" -> false;
      default ->
          refused(
              cell,
              ProblemCode.FORMULA,
              "=" + cell.getCellFormula(),
              "the cell holds a formula.",
              "Type its result instead.");
    };
  }

  private @Nullable Object number(XSSFCell cell) {
    String raw = cell.getRawValue();
    if (!NUMBER.matcher(raw).matches()) {
      return refused(
          cell,
          ProblemCode.ERROR_CELL,
          raw,
          "the cell holds a number that no spreadsheet program writes.",
          "Type it again.");
    }
    if (!DateUtil.isCellDateFormatted(cell)) {
      BigDecimal number = new BigDecimal(raw).round(AS_TYPED).stripTrailingZeros();
      return number.scale() < 0 ? number.setScale(0) : number;
    }
    var moment = cell.getLocalDateTimeCellValue();
    if (moment == null || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return refused(
          cell,
          ProblemCode.TIME_OF_DAY,
          raw,
          "the date has a time of day.",
          "Type the date alone, such as 2026-03-05.");
    }
    return moment.toLocalDate();
  }

  static boolean isPercent(XSSFCell cell) {
    return CellFormat.showsPercentages(cell.getCellStyle().getDataFormatString());
  }

  private @Nullable String text(XSSFCell cell) {
    String text = withoutBlanks(cell.getStringCellValue());
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

  private <T> @Nullable T refused(
      XSSFCell cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    refusals.add(cell, code, value, message, suggestion);
    return null;
  }
}
