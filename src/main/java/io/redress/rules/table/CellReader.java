package io.redress.rules.table;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single cells as unary tests and as outcomes, typed by the column's term. */
final class CellReader {
  private static final Pattern NEGATED = Pattern.compile("not *\\((.*)\\)");
  private static final Pattern RANGE = Pattern.compile("([\\[(])(.+?)\\.\\.(.+)([\\])])");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)(.+)");

  /** What tells a list, a range, a comparison or a negation from a single value. */
  private static final Pattern COMPOSED = Pattern.compile("[,<>\\[(]");

  /** Half the world would read this as a decimal, S-FEEL reads two numbers. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile(".*\\d,\\d.*");

  private final CellProblems problems;
  private final ValueReader values;

  CellReader(CellProblems problems) {
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /** Any test at all where the cell has a fault, which is reported. */
  UnaryTest test(Cell cell, Term term) {
    return switch (cell.text()) {
      case "-" -> new UnaryTest.Any();
      case "known" -> new UnaryTest.Known(true);
      case "not known" -> new UnaryTest.Known(false);
      default -> {
        Matcher negated = NEGATED.matcher(cell.text());
        boolean not = negated.matches();
        String inner = not ? negated.group(1) : cell.text();
        yield term.type().ordered()
            ? new UnaryTest.Within(spans(cell, inner, term), not)
            : new UnaryTest.OneOf(words(cell, inner, term), not);
      }
    };
  }

  /** Empty where the cell has a fault, which is reported. */
  Optional<Object> outcome(Cell cell, Term term) {
    return term.list() ? Optional.of(words(cell, cell.text(), term)) : values.value(cell, term);
  }

  private Set<Object> words(Cell cell, String text, Term term) {
    Set<Object> words = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      values.parse(cell, part.strip(), term).ifPresent(words::add);
    }
    return Collections.unmodifiableSet(words);
  }

  private List<Span> spans(Cell cell, String text, Term term) {
    List<Span> spans = new ArrayList<>();
    if (!COMPOSED.matcher(cell.text()).find()) {
      values.value(cell, term).map(CellReader::exactly).ifPresent(spans::add);
    } else if (term.type().numeric() && DECIMAL_COMMA.matcher(text).matches()) {
      problems.add(
          cell.address(),
          ProblemCode.WRONG_TYPE,
          cell.text(),
          "\"" + cell.text() + "\" can be read as one number or as two.",
          "Write 1.5 for a decimal, and 1, 5 with a blank for a list.");
    } else {
      for (String part : text.split(",", -1)) {
        span(cell, part.strip(), term).ifPresent(spans::add);
      }
    }
    return spans;
  }

  private Optional<Span> span(Cell cell, String text, Term term) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(cell, range, term);
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      return values
          .parse(cell, comparison.group(2).strip(), term)
          .map(bound -> comparison(comparison.group(1), (Comparable<?>) bound));
    }
    return values.parse(cell, text, term).map(CellReader::exactly);
  }

  private Optional<Span> range(Cell cell, Matcher range, Term term) {
    Optional<Object> low = values.parse(cell, range.group(2).strip(), term);
    Optional<Object> high = values.parse(cell, range.group(3).strip(), term);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    Span span =
        new Span(
            (Comparable<?>) low.get(),
            range.group(1).equals("["),
            (Comparable<?>) high.get(),
            range.group(4).equals("]"));
    if (span.reversed()) {
      problems.add(
          cell.address(),
          ProblemCode.RANGE_REVERSED,
          cell.text(),
          "the range " + range.group() + " holds nothing.",
          "Write the smaller end first, and square brackets for ends that belong to it.");
    }
    return Optional.of(span);
  }

  private static Span comparison(String operator, Comparable<?> bound) {
    boolean included = operator.endsWith("=");
    return operator.startsWith(">")
        ? new Span(bound, included, null, false)
        : new Span(null, false, bound, included);
  }

  private static Span exactly(Object value) {
    return Span.of((Comparable<?>) value);
  }
}
