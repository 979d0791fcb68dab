package io.redress.rules.engine;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reference to a table in a rule.
 *
 * @param line of the reference, from 1
 */
record TableReference(String file, int line, String table) {
  private static final int MAX_NAMED = 5;

  /**
   * The problems of tables that do not exist: one for each that is close to one that does, and one
   * for all others.
   *
   * @param names of the tables that exist
   */
  static List<RuleProblem> missing(List<TableReference> references, Set<String> names) {
    Map<String, TableReference> missing = new LinkedHashMap<>();
    for (TableReference reference : references) {
      if (!names.contains(reference.table)) {
        missing.putIfAbsent(reference.table, reference);
      }
    }
    List<RuleProblem> problems = new ArrayList<>();
    List<TableReference> others = new ArrayList<>();
    for (TableReference reference : missing.values()) {
      Optional<String> closest = ClosestWord.to(reference.table, names);
      if (closest.isPresent()) {
        problems.add(
            reference.problem(
                "the table " + reference.table + " does not exist.",
                "Did you mean " + closest.get() + "?"));
      } else {
        others.add(reference);
      }
    }
    if (!others.isEmpty()) {
      problems.add(problem(others));
    }
    return problems;
  }

  private static RuleProblem problem(List<TableReference> missing) {
    TableReference first = missing.get(0);
    return missing.size() == 1
        ? first.problem(
            "the table " + first.table + " does not exist.", "Add the table, or ask another one.")
        : first.problem(
            "the tables " + named(missing) + " do not exist.",
            "Add the workbook or the sheets that hold them, or ask others.");
  }

  private static String named(Collection<TableReference> references) {
    List<String> tables = references.stream().map(TableReference::table).toList();
    int more = tables.size() - MAX_NAMED;
    return more > 0
        ? String.join(", ", tables.subList(0, MAX_NAMED)) + " and " + more + " more"
        : String.join(", ", tables.subList(0, tables.size() - 1))
            + " and "
            + tables.get(tables.size() - 1);
  }

  private RuleProblem problem(String message, String suggestion) {
    return RuleProblem.ofLine(file, line, ProblemCode.TABLE_MISSING, table, message, suggestion);
  }
}
