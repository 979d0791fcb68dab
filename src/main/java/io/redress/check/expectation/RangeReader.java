package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.platform.text.PlainNumber;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.table.Interval;
import io.redress.rules.table.IntervalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads ranges of numbers or days. */
final class RangeReader {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  private final ExpectationProblems problems;

  RangeReader(ExpectationProblems problems) {
    this.problems = problems;
  }

  /** Such as {@code [5..7]} or {@code >= 5}; empty when it does not read as a range. */
  Optional<Expectation> read(JsonNode node, String pointer) {
    return IntervalText.parse(node.asText()).map(range -> read(range, node, pointer));
  }

  /** A number. */
  Expectation exactly(JsonNode number, String pointer) {
    if (PlainNumber.isPlain(number.decimalValue())) {
      return Expectation.Within.exactly(number.decimalValue());
    }
    problems.add(
        pointer,
        ProblemCode.WRONG_TYPE,
        number,
        number.asText() + " has more than " + PlainNumber.MAX_DIGITS + " digits.",
        "Write a number that a decision can have.");
    return new Expectation.Absent();
  }

  /** A lower end, included. */
  Expectation from(JsonNode end, String pointer) {
    String text = end.asText();
    return read(new IntervalText(text, text, true, null, false), end, pointer);
  }

  /** An upper end, included. */
  Expectation to(JsonNode end, String pointer) {
    String text = end.asText();
    return read(new IntervalText(text, null, false, text, true), end, pointer);
  }

  private Expectation read(IntervalText range, JsonNode written, String pointer) {
    Optional<Interval> interval = range.read(end -> end(end, written, pointer));
    return interval.isPresent() ? new Expectation.Within(interval.get()) : new Expectation.Absent();
  }

  private Optional<Comparable<?>> end(String text, JsonNode written, String pointer) {
    Optional<Comparable<?>> end = value(text);
    if (end.isEmpty()) {
      problems.add(
          pointer,
          ProblemCode.WRONG_TYPE,
          written,
          text + " is neither a number nor a day.",
          "Write a range such as [5..7] or [2026-03-02..2026-03-05].");
    }
    return end;
  }

  /** A number or a day; empty when the text is neither. */
  static Optional<Comparable<?>> value(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
