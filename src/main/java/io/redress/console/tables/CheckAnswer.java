package io.redress.console.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The check of a table that is being edited.
 *
 * @param problems of single cells
 * @param findings of the whole table; empty if it has problems or the request did not ask for them
 * @param active version of the active rule set
 */
record CheckAnswer(List<Problem> problems, List<TableFinding> findings, String active) {
  /** Time limit for the analysis of a large table. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  /** A problem of one cell. */
  record Problem(String cell, String code, String message, String suggestion) {
    static Problem of(RuleProblem problem) {
      String cell = problem.cell();
      return new Problem(
          cell == null ? "" : cell, problem.code().name(), problem.message(), problem.suggestion());
    }
  }

  /** A finding of the whole table, and facts that show it. */
  record TableFinding(
      String severity, String code, List<Integer> rows, String message, ObjectNode facts) {
    static TableFinding of(Finding finding, Terms terms) {
      return new TableFinding(
          finding.severity().name(),
          finding.code().name(),
          finding.rows(),
          finding.message(),
          FactTree.of(finding.example(), terms).json());
    }
  }

  static CheckAnswer of(TableSheet grid, TypedTable typed, Optional<StoredRuleSet> active) {
    ProblemList problems = new ProblemList();
    Optional<DecisionTable> table = grid.check(typed.rows(), problems);
    List<Finding> findings =
        table
            .filter(read -> typed.whole())
            .map(read -> Verification.of(List.of(read), TIME_LIMIT))
            .orElse(List.of());
    return new CheckAnswer(
        problems.stream().map(Problem::of).toList(),
        findings.stream().map(finding -> TableFinding.of(finding, grid.terms())).toList(),
        active.map(StoredRuleSet::version).orElse(""));
  }
}
