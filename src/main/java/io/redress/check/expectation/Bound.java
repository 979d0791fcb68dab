package io.redress.check.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An end of a range of numbers or of days. */
sealed interface Bound {

  /** How the value compares with this end, -1, 0 or 1; empty when it is of another kind. */
  Optional<Integer> compare(String value);

  /** Empty when the text is neither a number nor a day. */
  static Optional<Bound> of(String text) {
    return Number.parse(text).<Bound>map(Number::new).or(() -> Day.parse(text).map(Day::new));
  }

  record Number(BigDecimal number) implements Bound {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    static Optional<BigDecimal> parse(String text) {
      return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public Optional<Integer> compare(String value) {
      return parse(value).map(other -> other.compareTo(number));
    }

    @Override
    public String toString() {
      return number.toPlainString();
    }
  }

  record Day(LocalDate day) implements Bound {
    static Optional<LocalDate> parse(String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException noDay) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<Integer> compare(String value) {
      return parse(value).map(other -> Integer.signum(other.compareTo(day)));
    }

    @Override
    public String toString() {
      return day.toString();
    }
  }
}
