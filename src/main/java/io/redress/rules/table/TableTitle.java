package io.redress.rules.table;

import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.Lookalike;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.Sheet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row 1 of a table.
 *
 * @param name in B1, or empty
 * @param label in C1, or empty
 * @param hitPolicy in D1, or empty
 */
record TableTitle(String name, String label, String hitPolicy) {
  private static final String LABEL = "Hit policy";
  private static final List<String> POLICIES =
      Arrays.stream(HitPolicy.values()).map(Enum::name).toList();

  static TableTitle of(Sheet sheet) {
    List<Cell> row = sheet.rows().get(0);
    return new TableTitle(text(Cell.at(row, 1)), text(Cell.at(row, 2)), text(Cell.at(row, 3)));
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.text();
  }

  /** Whether the table has a valid name. */
  boolean hasName() {
    return name.matches("[a-z][a-z0-9-]*");
  }

  void findProblems(CellProblems problems) {
    if (!hasName()) {
      problems.add(
          "B1",
          ProblemCode.BAD_HEADER,
          name,
          name.isEmpty()
              ? "the table has no name."
              : "\"" + name + "\" is not a valid table name" + foreignLetter() + ".",
          "Use small letters a to z, digits and hyphens.");
    }
    if (!label.equals(LABEL)) {
      problems.add(
          "C1",
          ProblemCode.BAD_HEADER,
          label,
          "row 1 does not name the hit policy.",
          "Write " + LABEL + " in C1, and FIRST, UNIQUE or COLLECT in D1.");
    }
    if (!POLICIES.contains(hitPolicy)) {
      problems.add(
          "D1",
          ProblemCode.BAD_HEADER,
          hitPolicy,
          "\"" + hitPolicy + "\" is not a hit policy.",
          ClosestWord.hint(hitPolicy, POLICIES) + "Write FIRST, UNIQUE or COLLECT.");
    }
  }

  private String foreignLetter() {
    return Lookalike.foreignLetter(name).map(letter -> ": it has the letter " + letter).orElse("");
  }
}
