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

  /** Any test at all where the cell has a problem, which is reported. */
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
            ? new UnaryTest.Within(intervals(cell, inner, term), not)
            : new UnaryTest.OneOf(words(cell, inner, term), not);
      }
    };
  }

  /** Empty where the cell has a problem, which is reported. */
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

  private List<Interval> intervals(Cell cell, String text, Term term) {
    List<Interval> intervals = new ArrayList<>();
    if (!COMPOSED.matcher(cell.text()).find()) {
      values.value(cell, term).map(CellReader::exactly).ifPresent(intervals::add);
    } else if (term.type().numeric() && DECIMAL_COMMA.matcher(text).matches()) {
      problems.add(
          cell.address(),
          ProblemCode.WRONG_TYPE,
          cell.text(),
          "\"" + cell.text() + "\" can be read as one number or as two.",
          "Write 1.5 for a decimal, and 1, 5 with a blank for a list.");
    } else {
      for (String part : text.split(",", -1)) {
        interval(cell, part.strip(), term).ifPresent(intervals::add);
      }
    }
    return intervals;
  }

  private Optional<Interval> interval(Cell cell, String text, Term term) {
    Optional<IntervalText> written = IntervalText.parse(text);
    if (written.isEmpty()) {
      return values.parse(cell, text, term).map(CellReader::exactly);
    }
    Optional<Interval> interval = written.get().read(end -> values.parse(cell, end, term));
    interval.filter(Interval::reversed).ifPresent(empty -> reversed(cell, text));
    return interval;
  }

  private void reversed(Cell cell, String text) {
    problems.add(
        cell.address(),
        ProblemCode.RANGE_REVERSED,
        cell.text(),
        "the range " + text + " holds nothing.",
        "Write the smaller end first, and square brackets for ends that belong to it.");
  }

  private static Interval exactly(Object value) {
    return Interval.of((Comparable<?>) value);
  }
}
