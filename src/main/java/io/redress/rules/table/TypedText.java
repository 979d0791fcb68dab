package io.redress.rules.table;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.Cell;
import io.redress.rules.source.edit.EditedCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Converts text typed into a cell to a value, as a spreadsheet program would. */
final class TypedText {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final int MAX_DIGITS = 15;

  private TypedText() {}

  static EditedCell read(String text, SheetColumn column) {
    Term term = column.meaning().map(Column::term).orElse(null);
    if (text.isEmpty()) {
      return new EditedCell(null, false);
    }
    if (term == null) {
      String seen = InvisibleCharacters.seenInFreeText(text);
      return new EditedCell(seen.isEmpty() ? null : seen, false);
    }
    return switch (term.type()) {
      case ENUM, CODE, TEXT -> new EditedCell(text, false);
      case BOOLEAN -> new EditedCell(truth(text), false);
      case INTEGER, DECIMAL -> new EditedCell(number(text, text), false);
      case PERCENT -> percentage(text);
      case DATE -> new EditedCell(day(text), false);
    };
  }

  /** Returns the text of a cell, which {@link #read} converts back to the same value. */
  static String of(Cell cell, SheetColumn column) {
    boolean percent =
        column.meaning().map(one -> one.term().type() == ValueType.PERCENT).orElse(true);
    return percent ? cell.shown() : cell.text();
  }

  private static Object truth(String text) {
    return TruthWords.read(text).<Object>map(yes -> yes).orElse(text);
  }

  /** A number below one without its sign stays text, which is refused: 0.07 may be 7%. */
  private static EditedCell percentage(String text) {
    String digits = ValueReader.withoutPercentSign(text);
    Object number = number(digits, text);
    boolean unclear =
        digits.equals(text)
            && number instanceof BigDecimal share
            && share.signum() > 0
            && share.compareTo(BigDecimal.ONE) < 0;
    return new EditedCell(unclear ? text : number, !unclear);
  }

  private static Object number(String digits, String text) {
    if (!NUMBER.matcher(digits).matches()) {
      return text;
    }
    BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
    return number.precision() > MAX_DIGITS ? text : number;
  }

  private static Object day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return text;
    }
  }
}
