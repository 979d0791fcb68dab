package io.redress.console.rulesets;

import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.verify.Finding;
import io.redress.console.Links;
import io.redress.console.RowLink;
import io.redress.console.RowsOfTable;
import io.redress.lifecycle.AdmissionReport;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What admission found in a rule set, with the way to the cells that it is about.
 *
 * @param tables as far as they can be read, which takes a moment
 */
record FindingsView(String version, AdmissionReport report, Supplier<Tables> tables) {
  private static final int SOME = 100;

  /** A fault of a file; where its cell can be looked at. */
  record Located(RuleProblem problem, @Nullable String href) {
    public String place() {
      String sheet = problem.sheet() == null ? "" : ", " + problem.sheet();
      String spot =
          problem.cell() != null
              ? "!" + problem.cell()
              : problem.line() != null ? ":" + problem.line() : "";
      return problem.file() + sheet + spot;
    }
  }

  /** Something about a table as a whole; where facts that show it can be tried. */
  record Found(Finding finding, String table, List<RowLink> rows, @Nullable String facts) {}

  public List<Located> problems() {
    List<RuleProblem> some = report.problems().stream().limit(SOME).toList();
    boolean inSheets = some.stream().anyMatch(problem -> problem.sheet() != null);
    Collection<DecisionTable> read = inSheets ? tables.get().all() : List.of();
    return some.stream().map(problem -> new Located(problem, href(problem, read))).toList();
  }

  private @Nullable String href(RuleProblem problem, Collection<DecisionTable> read) {
    return read.stream()
        .filter(
            table -> table.file().equals(problem.file()) && table.sheet().equals(problem.sheet()))
        .findFirst()
        .map(table -> Links.cell(version, table.name(), problem.cell()))
        .orElse(null);
  }

  /** What most likely is a slip, or worse. */
  public List<Found> serious() {
    return found(finding -> finding.severity() != Finding.Severity.NOTE);
  }

  /** What is often meant so. */
  public List<Found> notes() {
    return found(finding -> finding.severity() == Finding.Severity.NOTE);
  }

  private List<Found> found(Predicate<Finding> wanted) {
    return report.findings().stream()
        .filter(wanted)
        .limit(SOME)
        .map(
            finding ->
                new Found(
                    finding,
                    Links.table(version, finding.table()),
                    finding.rows().stream()
                        .map(row -> new RowLink(row, Links.row(version, finding.table(), row)))
                        .toList(),
                    DifferenceView.facts(FactTree.of(finding.example()))))
        .toList();
  }

  public List<CaseOutcome> failed() {
    return report.tests().failures().stream().limit(SOME).toList();
  }

  public List<RowsOfTable> uncovered() {
    return RowsOfTable.of(version, report.tests().uncovered());
  }
}
