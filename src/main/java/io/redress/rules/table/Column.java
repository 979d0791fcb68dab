package io.redress.rules.table;

import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.Lookalike;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param position from 0
 * @param outcome whether it is an outcome instead of a condition
 */
public record Column(Term term, int position, boolean outcome) {
  private static final String ARROW = "->";

  /** Returns the name as in row 3, such as {@code -> why} for an outcome. */
  public String title() {
    return outcome ? ARROW + " " + term.name() : term.name();
  }

  /** Whether a name in row 3 has the form of an outcome, known or not. */
  static boolean namesOutcome(Cell cell) {
    return cell.text().startsWith(ARROW) || KeyboardSigns.behindArrow(cell.text()).isPresent();
  }

  /** The name in row 3 without the arrow of an outcome. */
  static String name(Cell cell) {
    return cell.text().startsWith(ARROW)
        ? cell.text().substring(ARROW.length()).strip()
        : cell.text();
  }

  static Optional<Column> read(Cell cell, Terms terms, CellProblems problems) {
    Optional<String> behind = KeyboardSigns.behindArrow(cell.text());
    if (behind.isPresent()) {
      problems.add(
          cell.address(),
          ProblemCode.UNKNOWN_NAME,
          cell.text(),
          "the name of an outcome begins with ->, not with another arrow.",
          "Write -> " + behind.get() + ".");
      return Optional.empty();
    }
    boolean outcome = namesOutcome(cell);
    String name = name(cell);
    Optional<Term> term = terms.named(name).filter(found -> !outcome || found.outcome());
    if (term.isEmpty() && !terms.own().mayDeclare(name)) {
      List<String> names =
          terms.all().stream()
              .filter(known -> !outcome || known.outcome())
              .map(Term::name)
              .toList();
      boolean disguised = Lookalike.of(name, names).isPresent();
      problems.add(
          cell.address(),
          disguised ? ProblemCode.LOOKALIKE_CHARACTERS : ProblemCode.UNKNOWN_NAME,
          cell.text(),
          "no "
              + (outcome ? "outcome" : "fact")
              + " is called "
              + name
              + (disguised ? " with " + Lookalike.foreignLetter(name).orElseThrow() : "")
              + ".",
          ClosestWord.to(name, names)
              .map(closest -> "Did you mean " + (outcome ? "-> " : "") + closest + "?")
              .orElse("Use a name from the vocabulary, or # for a remark."));
    }
    return term.map(known -> new Column(known, cell.column(), outcome));
  }
}
