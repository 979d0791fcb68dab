package io.redress.console.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.KnownCodes;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.TableSheet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The check of a table that is being edited.
 *
 * @param problems of single cells
 * @param warnings of single cells that can be read
 * @param findings of the whole table; empty if it has problems or the request did not ask for them
 * @param active version of the active rule set
 * @param activeNumber its number, for people
 */
record CheckAnswer(
    List<Problem> problems,
    List<Problem> warnings,
    List<TableFinding> findings,
    String active,
    long activeNumber) {
  /** Time limit for the analysis of a large table. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  /** A problem or warning of one cell. */
  record Problem(String cell, String code, String message, String suggestion) {
    static Problem of(RuleProblem problem) {
      String cell = problem.cell();
      return new Problem(
          cell == null ? "" : cell, problem.code().name(), problem.message(), problem.suggestion());
    }

    static Problem of(CellWarning warning) {
      return new Problem(warning.cell(), warning.code().name(), warning.message(), "");
    }
  }

  /** A finding of the whole table or at a cell, and facts that show it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TableFinding(
      String severity,
      String code,
      @Nullable String cell,
      List<Integer> rows,
      String message,
      Map<String, Object> example) {
    static TableFinding of(Finding finding) {
      return new TableFinding(
          finding.severity().name(),
          finding.code().name(),
          finding.cell(),
          finding.rows(),
          finding.message(),
          finding.example());
    }
  }

  /**
   * Checks a table.
   *
   * @param base the rule set that is edited
   * @param codes of that rule set; empty if it cannot be read
   */
  static CheckAnswer of(
      StoredRuleSet base,
      TableSheet grid,
      TypedTable typed,
      Optional<KnownCodes> codes,
      Optional<StoredRuleSet> active) {
    ProblemList problems = new ProblemList();
    Optional<DecisionTable> table = grid.check(typed.rows(), problems);
    List<CellWarning> warnings =
        table
            .flatMap(read -> codes.map(known -> known.with(read).warnings(read)))
            .orElse(List.of());
    List<Finding> findings = new ArrayList<>();
    if (typed.whole() && table.isPresent()) {
      warnings.forEach(warning -> findings.add(Finding.of(warning, table.get().name())));
      findings.addAll(Verification.of(List.of(table.get()), TIME_LIMIT));
      if (typed.overlaps()) {
        findings.addAll(Verification.overlaps(List.of(table.get()), TIME_LIMIT));
      } else {
        findings.removeIf(found -> isKnownGap(found, base, grid.table()));
      }
      findings.sort(Comparator.comparing(Finding::severity));
    }
    return new CheckAnswer(
        problems.stream().map(Problem::of).toList(),
        warnings.stream().map(Problem::of).toList(),
        findings.stream().map(TableFinding::of).toList(),
        active.map(StoredRuleSet::version).orElse(""),
        active.map(StoredRuleSet::number).orElse(0L));
  }

  /** Whether the table had the gap before it was edited, and its report found it covered. */
  private static boolean isKnownGap(Finding found, StoredRuleSet base, DecisionTable table) {
    return found.code() == Finding.Code.GAP
        && found.severity() == Finding.Severity.NOTE
        && table.ask(term -> found.example().get(term.name())).isEmpty()
        && AdmissionReport.read(base).findings().stream()
            .noneMatch(
                known -> known.code() == Finding.Code.GAP && known.table().equals(table.name()));
  }
}
