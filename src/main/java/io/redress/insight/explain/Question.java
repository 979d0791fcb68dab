package io.redress.insight.explain;

import io.redress.domain.dispute.FactProblem;
import io.redress.platform.phrase.Phrase;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.DecisionTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be explained.
 *
 * @param table the name of a table; null for all that were asked
 * @param row a row of that table, as the spreadsheet shows it; null for all
 */
public record Question(@Nullable String table, @Nullable Integer row) {
  /** All tables that were asked, and all rules. */
  public static final Question ALL = new Question(null, null);

  /**
   * Returns what is wrong with it under a rule set, by JSON pointer; empty if it can be answered.
   */
  public List<FactProblem> problems(RuleSet rules) {
    if (table == null) {
      return row == null ? List.of() : problem("/row", Phrase.of("insight.rowOfNoTable"));
    }
    Optional<DecisionTable> found = rules.tables().table(table);
    if (found.isEmpty()) {
      Set<String> names = rules.tables().names();
      return problem(
          "/table",
          ClosestWord.to(table, names)
              .map(closest -> Phrase.of("insight.meantTable", table, closest))
              .orElseGet(
                  () ->
                      Phrase.of(
                          "insight.noTable", table, String.join(", ", new TreeSet<>(names)))));
    }
    if (row == null || found.get().rows().stream().anyMatch(one -> one.source().row() == row)) {
      return List.of();
    }
    List<Integer> numbers = found.get().rows().stream().map(one -> one.source().row()).toList();
    return problem(
        "/row",
        numbers.isEmpty()
            ? Phrase.of("insight.emptyTable", table)
            : Phrase.of(
                "insight.noRow",
                table,
                String.valueOf(row),
                String.valueOf(numbers.get(0)),
                String.valueOf(numbers.get(numbers.size() - 1))));
  }

  private static List<FactProblem> problem(String pointer, Phrase message) {
    return List.of(new FactProblem(FactProblem.Kind.MALFORMED, pointer, message));
  }

  boolean asksFor(DecisionTable other) {
    return table == null || table.equals(other.name());
  }

  boolean asksFor(int number) {
    return row == null || row == number;
  }
}
