package io.redress.rules.table;

import io.redress.domain.decision.Code;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.Lookalike;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads values by the type of a column's term; empty after a problem was reported. */
final class ValueReader {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern PERCENT_SIGN = Pattern.compile(" *%$");

  /** Longest list of allowed words that a suggestion quotes; there are 249 countries. */
  private static final int MAX_LISTED = 30;

  /** Decimals of a number that the journal and the letters keep. */
  private static final int MAX_DECIMALS = 4;

  private final CellProblems problems;

  ValueReader(CellProblems problems) {
    this.problems = problems;
  }

  /** Reads the value of a cell. */
  Optional<Object> value(Cell cell, Term term) {
    Object value = cell.value();
    if (value instanceof BigDecimal number && term.type().numeric()) {
      if (cell.percent() && term.type() != ValueType.PERCENT) {
        return wrong(cell, cell.shown(), term);
      }
      return cell.percent()
          ? inRange(cell, number.movePointRight(2), term)
          : isFraction(number, term)
              ? unclear(cell, number.toPlainString())
              : inRange(cell, number, term);
    }
    if (value instanceof Boolean && term.type() == ValueType.BOOLEAN
        || value instanceof LocalDate && term.type() == ValueType.DATE) {
      return Optional.of(value);
    }
    if (value instanceof String text && term.type().numeric() && NUMBER.matcher(text).matches()) {
      if (isFraction(new BigDecimal(text), term)) {
        return unclear(cell, text);
      }
      problems.add(
          cell.address(),
          ProblemCode.TEXT_LOOKS_LIKE_NUMBER,
          text,
          text + " is text, not a number.",
          "Format the cell as a number and type " + text + " again.");
      return Optional.empty();
    }
    return parse(cell, cell.text(), term);
  }

  /** Reads a value from a part of a cell's text. */
  Optional<Object> parse(Cell cell, String text, Term term) {
    return switch (term.type()) {
      case ENUM, CODE -> word(cell, text, term);
      case TEXT -> text(cell, text, term);
      case BOOLEAN -> {
        Optional<Boolean> truth = TruthWords.read(text);
        yield truth.isPresent() ? truth.map(yes -> yes) : wrong(cell, text, term);
      }
      case DATE -> date(cell, text, term);
      case PERCENT -> number(cell, withoutPercentSign(text), text, term);
      case INTEGER, DECIMAL -> number(cell, text, text, term);
    };
  }

  static String withoutPercentSign(String text) {
    return PERCENT_SIGN.matcher(text).replaceFirst("");
  }

  private Optional<Object> word(Cell cell, String text, Term term) {
    boolean closed = term.type() == ValueType.ENUM;
    if (closed ? term.allowed().contains(text) : Code.isValid(text)) {
      return Optional.of(text);
    }
    return Lookalike.holdsForeignLetter(text) && KeyboardSigns.hint(cell.text(), term).isEmpty()
        ? lookalike(cell, text, term)
        : notAllowed(cell, text, term);
  }

  private Optional<Object> lookalike(Cell cell, String text, Term term) {
    problems.add(
        cell.address(),
        ProblemCode.LOOKALIKE_CHARACTERS,
        text,
        "\""
            + text
            + "\" holds "
            + Lookalike.foreignLetter(text).orElseThrow()
            + ", which looks like a letter of A to Z but is not.",
        advice(text, term));
    return Optional.empty();
  }

  private Optional<Object> text(Cell cell, String text, Term term) {
    Optional<String> uncertain = KeyboardSigns.uncertain(text, term);
    if (uncertain.isPresent()) {
      problems.add(
          cell.address(),
          ProblemCode.VALUE_NOT_ALLOWED,
          text,
          "\"" + text + "\" would match nothing without these signs.",
          uncertain.get());
      return Optional.empty();
    }
    boolean closed = !term.allowed().isEmpty();
    if (Lookalike.mixesAlphabets(text)
        || closed && Lookalike.of(text, term.allowed()).isPresent()) {
      return lookalike(cell, text, term);
    }
    return text.isEmpty() || closed && !term.allowed().contains(text)
        ? notAllowed(cell, text, term)
        : Optional.of(text);
  }

  private Optional<Object> notAllowed(Cell cell, String text, Term term) {
    String meant = KeyboardSigns.hint(cell.text(), term);
    problems.add(
        cell.address(),
        ProblemCode.VALUE_NOT_ALLOWED,
        text,
        "\"" + text + "\" is not a value of " + term.name() + ".",
        meant.isEmpty() ? advice(text, term) : meant + allowed(term));
    return Optional.empty();
  }

  private static String advice(String text, Term term) {
    return ClosestWord.hint(text, term.allowed()) + allowed(term);
  }

  private static String allowed(Term term) {
    if (term.allowed().isEmpty()) {
      return term.type() == ValueType.TEXT
          ? "Write a text."
          : "Use capital letters, digits and underscores, at most 100.";
    }
    return term.allowed().size() > MAX_LISTED
        ? "Use an ISO code such as " + term.allowed().get(0) + "."
        : "Use one of " + String.join(", ", term.allowed()) + ".";
  }

  private Optional<Object> date(Cell cell, String text, Term term) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDate) {
      return wrong(cell, text, term);
    }
  }

  private Optional<Object> number(Cell cell, String digits, String text, Term term) {
    if (!NUMBER.matcher(digits).matches()) {
      return wrong(cell, text, term);
    }
    BigDecimal number = new BigDecimal(digits);
    return digits.equals(text) && isFraction(number, term)
        ? unclear(cell, text)
        : inRange(cell, number, term);
  }

  /** Whether a percentage without its sign may be a share instead: 0.07 is 7 of a hundred. */
  private static boolean isFraction(BigDecimal number, Term term) {
    return term.type() == ValueType.PERCENT
        && number.signum() > 0
        && number.compareTo(BigDecimal.ONE) < 0;
  }

  private Optional<Object> unclear(Cell cell, String text) {
    String percent = new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString();
    problems.add(
        cell.address(),
        ProblemCode.PERCENT_UNCLEAR,
        text,
        text + " can be read as " + percent + "% or as " + text + "%.",
        "Type "
            + percent
            + ", or "
            + percent
            + "% in a cell with a percent format; if less than one percent is meant, "
            + text
            + "%.");
    return Optional.empty();
  }

  private Optional<Object> inRange(Cell cell, BigDecimal number, Term term) {
    BigDecimal stripped = number.stripTrailingZeros();
    BigDecimal normalized = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    if (term.type() == ValueType.INTEGER && normalized.scale() > 0) {
      return wrong(cell, normalized.toPlainString(), term);
    }
    if (term.outcome() && normalized.scale() > MAX_DECIMALS) {
      return outOfRange(
          cell,
          normalized,
          term,
          "has more than " + MAX_DECIMALS + " decimals, which the journal does not keep",
          "Write "
              + normalized.setScale(MAX_DECIMALS, RoundingMode.HALF_UP).toPlainString()
              + " or fewer decimals.");
    }
    boolean below = normalized.compareTo(term.minimum()) < 0;
    if (below || normalized.compareTo(term.maximum()) > 0) {
      return outOfRange(
          cell,
          normalized,
          term,
          below ? "is below " + term.minimum() : "is above " + term.maximum(),
          "Use " + term.minimum() + " to " + term.maximum() + ".");
    }
    return Optional.of(normalized);
  }

  private Optional<Object> outOfRange(
      Cell cell, BigDecimal number, Term term, String why, String advice) {
    String text = number.toPlainString();
    problems.add(
        cell.address(),
        ProblemCode.VALUE_OUT_OF_RANGE,
        text,
        term.name() + " " + text + " " + why + ".",
        advice);
    return Optional.empty();
  }

  /** Reports a value of the wrong type. */
  <T> Optional<T> wrong(Cell cell, String text, Term term) {
    String expected =
        switch (term.type()) {
          case BOOLEAN -> "true or false";
          case INTEGER -> "a whole number such as 5; in a condition also >= 5 or [5..10)";
          case DECIMAL -> "a number such as 5 or 7.5; in a condition also >= 5 or [5..10)";
          case PERCENT -> "a percentage from 0 to 100";
          case DATE -> "a date such as 2026-03-05";
          case ENUM, CODE, TEXT -> "a text";
        };
    problems.add(
        cell.address(),
        ProblemCode.WRONG_TYPE,
        text,
        "\"" + text + "\" cannot be read as " + term.name() + ".",
        KeyboardSigns.hint(cell.text(), term) + "Write " + expected + ".");
    return Optional.empty();
  }
}
