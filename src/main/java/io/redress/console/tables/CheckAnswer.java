package io.redress.console.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.TableGrid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of a table while somebody edits it.
 *
 * @param problems by cell
 * @param findings of the table as a whole; empty while it has problems, or when nobody asked
 * @param active version of the rule set that decides meanwhile
 */
record CheckAnswer(List<Problem> problems, List<Remark> findings, String active) {
  /** So long the findings of a large table may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** A fault of one cell. */
  record Problem(String cell, String code, String message, String suggestion) {
    static Problem of(RuleProblem problem) {
      String cell = problem.cell();
      return new Problem(
          cell == null ? "" : cell, problem.code().name(), problem.message(), problem.suggestion());
    }
  }

  /** What was found in the table as a whole, and facts to try it with. */
  record Remark(
      String severity, String code, List<Integer> rows, String message, ObjectNode facts) {
    static Remark of(Finding finding) {
      return new Remark(
          finding.severity().name(),
          finding.code().name(),
          finding.rows(),
          finding.message(),
          FactTree.of(finding.example()).json());
    }
  }

  static CheckAnswer of(TableGrid grid, TypedTable typed, Optional<StoredRuleSet> active) {
    ProblemList problems = new ProblemList();
    Optional<DecisionTable> table = grid.check(typed.rows(), problems);
    List<Finding> findings =
        table
            .filter(read -> typed.whole())
            .map(read -> Verification.of(List.of(read), PATIENCE))
            .orElse(List.of());
    return new CheckAnswer(
        problems.stream().map(Problem::of).toList(),
        findings.stream().map(Remark::of).toList(),
        active.map(StoredRuleSet::version).orElse(""));
  }
}
