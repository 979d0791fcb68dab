package io.redress.console.rulesets;

import io.redress.check.testcase.CaseOutcome;
import io.redress.check.verify.Finding;
import io.redress.console.Links;
import io.redress.console.RowLink;
import io.redress.console.RowsOfTable;
import io.redress.domain.decision.DecisionJson;
import io.redress.lifecycle.AdmissionReport;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The admission report of a rule set, with links to cells.
 *
 * @param inWork whether changes of the rule set can still go on
 * @param tables the readable tables; slow
 */
record FindingsView(
    String version, boolean inWork, AdmissionReport report, Supplier<Tables> tables) {
  private static final int MAX_SHOWN = 100;

  /** A problem of a file, with links to its cell and to its law. */
  record Located(RuleProblem problem, @Nullable String href, @Nullable String law) {
    public String place() {
      String sheet = problem.sheet() == null ? "" : ", " + problem.sheet();
      String position =
          problem.cell() != null
              ? "!" + problem.cell()
              : problem.line() != null ? ":" + problem.line() : "";
      return problem.file() + sheet + position;
    }
  }

  /** A finding, with links to its table, its rows, and facts that show it. */
  record LinkedFinding(Finding finding, String table, List<RowLink> rows, @Nullable String facts) {
    /** The name of its table, or of its workbook where that has none. */
    public String name() {
      return finding.table().isEmpty() ? finding.file() + ", " + finding.sheet() : finding.table();
    }
  }

  public List<Located> problems() {
    List<RuleProblem> shown = report.problems().stream().limit(MAX_SHOWN).toList();
    boolean inSheets = shown.stream().anyMatch(problem -> problem.sheet() != null);
    Collection<DecisionTable> read = inSheets ? tables.get().all() : List.of();
    return shown.stream()
        .map(problem -> new Located(problem, href(problem, read), law(problem)))
        .toList();
  }

  /** The violated laws that the rule set has itself, and that can be changed in it. */
  public List<Located> laws() {
    return problems().stream().filter(one -> one.law() != null).toList();
  }

  /** The page of a violated law that the rule set has itself. */
  private @Nullable String law(RuleProblem problem) {
    return problem.code() == ProblemCode.LAW_BROKEN
            && problem.line() != null
            && problem.value() != null
        ? Links.law(version, problem.value())
        : null;
  }

  private @Nullable String href(RuleProblem problem, Collection<DecisionTable> read) {
    return read.stream()
        .filter(
            table -> table.file().equals(problem.file()) && table.sheet().equals(problem.sheet()))
        .findFirst()
        .map(table -> Links.cell(version, table.name(), problem.cell()))
        .orElse(null);
  }

  /** Errors and warnings. */
  public List<LinkedFinding> serious() {
    return found(finding -> finding.severity() != Finding.Severity.NOTE);
  }

  /** Notes, which are usually intended. */
  public List<LinkedFinding> notes() {
    return found(finding -> finding.severity() == Finding.Severity.NOTE);
  }

  private List<LinkedFinding> found(Predicate<Finding> wanted) {
    return report.findings().stream()
        .filter(wanted)
        .limit(MAX_SHOWN)
        .map(
            finding ->
                new LinkedFinding(
                    finding,
                    href(finding),
                    finding.rows().stream()
                        .filter(row -> !finding.table().isEmpty())
                        .map(row -> new RowLink(row, Links.row(version, finding.table(), row)))
                        .toList(),
                    tryHref(finding)))
        .toList();
  }

  private @Nullable String tryHref(Finding finding) {
    return finding.table().isEmpty() || finding.example().isEmpty()
        ? null
        : Links.example(
            version,
            finding.table(),
            DecisionJson.mapper().valueToTree(finding.example()).toString());
  }

  private String href(Finding finding) {
    return finding.table().isEmpty()
        ? Links.file(version, finding.file())
        : Links.table(version, finding.table());
  }

  public List<CaseOutcome> failed() {
    return report.tests().failures().stream().limit(MAX_SHOWN).toList();
  }

  public List<RowsOfTable> uncovered() {
    return RowsOfTable.of(version, report.tests().uncovered());
  }
}
