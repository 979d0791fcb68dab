package io.redress.table;

import io.redress.dispute.Closest;
import io.redress.source.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single cells as unary tests and as outcomes, typed by the column's term. */
final class CellReader {
  private static final Pattern NEGATED = Pattern.compile("not\\s*\\((.*)\\)");
  private static final Pattern RANGE = Pattern.compile("([\\[(])(.+?)\\.\\.(.+)([\\])])");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(.+)");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final CellProblems problems;

  CellReader(CellProblems problems) {
    this.problems = problems;
  }

  /** Any test at all where the cell has a fault, which is reported. */
  UnaryTest test(Cell cell, Term term) {
    switch (cell.text()) {
      case "-":
        return new UnaryTest.Any();
      case "known":
        return new UnaryTest.Known(true);
      case "not known":
        return new UnaryTest.Known(false);
      default:
    }
    if (!(cell.value() instanceof String text)) {
      return value(cell, term)
          .map(value -> test(term, List.of(Span.of((Comparable<?>) value)), Set.of(value), false))
          .orElseGet(UnaryTest.Any::new);
    }
    Matcher negated = NEGATED.matcher(text);
    boolean not = negated.matches();
    String inner = not ? negated.group(1) : text;
    if (term.type().numeric() && NUMBER.matcher(text).matches()) {
      problems.add(
          cell.address(),
          "TEXT_LOOKS_LIKE_NUMBER",
          text,
          text + " is text that only looks like a number.",
          "Format the cell as a number and type it anew.");
    }
    List<Span> spans = new ArrayList<>();
    Set<Object> values = new LinkedHashSet<>();
    for (String part : inner.split(",", -1)) {
      if (term.type().ordered()) {
        span(cell, part.strip(), term).ifPresent(spans::add);
      } else {
        parse(cell, part.strip(), term).ifPresent(values::add);
      }
    }
    return test(term, spans, values, not);
  }

  private static UnaryTest test(Term term, List<Span> spans, Set<Object> values, boolean negated) {
    return term.type().ordered()
        ? new UnaryTest.Within(spans, negated)
        : new UnaryTest.OneOf(values, negated);
  }

  /** Empty where the cell has a fault, which is reported. */
  Optional<Object> outcome(Cell cell, Term term) {
    if (!term.list()) {
      return value(cell, term);
    }
    Set<Object> values = new LinkedHashSet<>();
    for (String part : cell.text().split(",", -1)) {
      parse(cell, part.strip(), term).ifPresent(values::add);
    }
    return Optional.of(values);
  }

  private Optional<Object> value(Cell cell, Term term) {
    Object value = cell.value();
    if (value instanceof BigDecimal number && term.type().numeric()) {
      boolean shownAsPercent = cell.percent() && term.type() == ValueType.PERCENT;
      return inRange(cell, shownAsPercent ? number.movePointRight(2) : number, term);
    }
    if (value instanceof Boolean && term.type() == ValueType.BOOLEAN
        || value instanceof LocalDate && term.type() == ValueType.DATE) {
      return Optional.of(value);
    }
    return parse(cell, cell.text(), term);
  }

  private Optional<Object> parse(Cell cell, String text, Term term) {
    switch (term.type()) {
      case ENUM, CODE:
        return word(cell, text, term);
      case TEXT:
        return text.isEmpty() ? wrong(cell, text, term) : Optional.of(text);
      case BOOLEAN:
        return text.equals("true") || text.equals("false")
            ? Optional.of(Boolean.valueOf(text))
            : wrong(cell, text, term);
      case DATE:
        try {
          return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
          return wrong(cell, text, term);
        }
      default:
        String digits = term.type() == ValueType.PERCENT ? text.replaceFirst("\\s*%$", "") : text;
        return NUMBER.matcher(digits).matches()
            ? inRange(cell, new BigDecimal(digits), term)
            : wrong(cell, text, term);
    }
  }

  private Optional<Object> word(Cell cell, String text, Term term) {
    if (term.type() == ValueType.ENUM
        ? term.allowed().contains(text)
        : WORD.matcher(text).matches()) {
      return Optional.of(text);
    }
    boolean foreign = text.chars().anyMatch(character -> character > 127);
    Optional<String> closest = Closest.to(text, term.allowed());
    problems.add(
        cell.address(),
        foreign ? "LOOKALIKE_CHARACTERS" : "VALUE_NOT_ALLOWED",
        text,
        foreign
            ? text + " holds letters that only look like A to Z."
            : text + " is no value of " + term.name() + ".",
        closest.map(word -> "Did you mean " + word + "? ").orElse("")
            + (term.allowed().isEmpty()
                ? "Use capital letters, digits and underscores."
                : "Use one of " + String.join(", ", term.allowed()) + "."));
    return Optional.empty();
  }

  private Optional<Span> span(Cell cell, String text, Term term) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      Optional<Object> low = parse(cell, range.group(2).strip(), term);
      Optional<Object> high = parse(cell, range.group(3).strip(), term);
      if (low.isEmpty() || high.isEmpty()) {
        return Optional.empty();
      }
      var span =
          new Span(
              (Comparable<?>) low.get(),
              range.group(1).equals("["),
              (Comparable<?>) high.get(),
              range.group(4).equals("]"));
      if (span.reversed()) {
        problems.add(
            cell.address(),
            "RANGE_REVERSED",
            text,
            "the range " + text + " holds nothing.",
            "Write the smaller end first.");
      }
      return Optional.of(span);
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      boolean included = comparison.group(1).endsWith("=");
      boolean above = comparison.group(1).startsWith(">");
      return parse(cell, comparison.group(2).strip(), term)
          .map(Comparable.class::cast)
          .map(
              bound ->
                  above
                      ? new Span(bound, included, null, false)
                      : new Span(null, false, bound, included));
    }
    return parse(cell, text, term).map(value -> Span.of((Comparable<?>) value));
  }

  private Optional<Object> inRange(Cell cell, BigDecimal number, Term term) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (term.type() == ValueType.INTEGER && plain.scale() > 0) {
      return wrong(cell, number.toPlainString(), term);
    }
    boolean below = plain.compareTo(term.minimum()) < 0;
    if (below || plain.compareTo(term.maximum()) > 0) {
      BigDecimal bound = below ? term.minimum() : term.maximum();
      problems.add(
          cell.address(),
          "VALUE_OUT_OF_RANGE",
          number.toPlainString(),
          term.name()
              + " "
              + plain.toPlainString()
              + " is "
              + (below ? "below " : "above ")
              + bound
              + ".",
          "Use " + term.minimum() + " to " + term.maximum() + ".");
      return Optional.empty();
    }
    return Optional.of(plain);
  }

  private <T> Optional<T> wrong(Cell cell, String text, Term term) {
    String expected =
        switch (term.type()) {
          case BOOLEAN -> "true or false";
          case INTEGER -> "a whole number such as 5, or >= 5, or [5..10)";
          case DECIMAL -> "a number such as 5, or >= 5, or [5..10)";
          case PERCENT -> "a percentage from 0 to 100";
          case DATE -> "a date such as 2026-03-05";
          default -> "a text";
        };
    problems.add(
        cell.address(),
        "WRONG_TYPE",
        text,
        "\"" + text + "\" can not be read as " + term.name() + ".",
        "Write " + expected + ".");
    return Optional.empty();
  }
}
