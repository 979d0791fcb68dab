package io.redress.rules.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet's cells: no formulas, errors or merged regions are left in it.
 *
 * @param file path of the workbook inside the rule set
 * @param rows those that hold anything, top down, the first of them with A1; in each the cells that
 *     hold anything, left to right
 * @param refused addresses of cells that are left out, as what stands there is a problem already
 */
public record Sheet(String file, String name, List<List<Cell>> rows, Set<String> refused) {
  public Sheet {
    rows = rows.stream().map(List::copyOf).toList();
    refused = Set.copyOf(refused);
  }

  /** Whether the sheet says that it holds this. */
  public boolean holds(SheetMarker mark) {
    Cell first = rows.isEmpty() ? null : rows.get(0).get(0);
    return first != null && first.address().equals("A1") && first.text().equals(mark.text());
  }

  /** What is wrong with a cell of it. */
  public RuleProblem problem(
      String cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    return new RuleProblem(file, name, cell, null, code, value, message, suggestion);
  }

  /** What is wrong when this sheet stands in a file where nobody reads sheets of its kind. */
  public RuleProblem misplaced() {
    for (SheetMarker mark : SheetMarker.values()) {
      if (holds(mark)) {
        return problem(
            "A1",
            ProblemCode.SHEET_MISPLACED,
            mark.text(),
            "nobody reads such a sheet in " + file + ".",
            "Move it to " + mark.place() + ".");
      }
    }
    throw new IllegalStateException("notes are read by nobody anywhere");
  }
}
