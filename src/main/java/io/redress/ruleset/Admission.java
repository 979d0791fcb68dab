package io.redress.ruleset;

import io.redress.decision.RuleSource;
import io.redress.source.RuleProblem;
import io.redress.table.DecisionTable;
import io.redress.table.Row;
import io.redress.testcase.TestCases;
import io.redress.testcase.TestReport;
import io.redress.verify.Finding;
import io.redress.verify.Finding.Severity;
import io.redress.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a rule set asked to decide: it may, when it could be read, its tables do not
 * contradict themselves, and it passes all of its test cases.
 */
public final class Admission {
  private final List<RuleProblem> problems;
  private final @Nullable RuleSet ruleSet;
  private final List<Finding> verification;
  private final @Nullable TestReport report;

  private Admission(
      List<RuleProblem> problems,
      @Nullable RuleSet ruleSet,
      List<Finding> verification,
      @Nullable TestReport report) {
    this.problems = List.copyOf(problems);
    this.ruleSet = ruleSet;
    this.verification = List.copyOf(verification);
    this.report = report;
  }

  /**
   * Reads a rule set, verifies its tables and runs its test cases.
   *
   * @param found faults of the folders themselves
   */
  public static Admission of(RuleSetFiles files, List<RuleProblem> found) {
    List<RuleProblem> problems = new ArrayList<>(found);
    Optional<RuleSet> ruleSet = RuleSet.read(files, problems);
    TestCases cases = TestCases.read(files.testCases(), problems);
    List<Finding> verification =
        ruleSet.map(read -> Verification.of(read.tables().all())).orElse(List.of());
    TestReport report = ruleSet.map(read -> cases.run(read::decide)).orElse(null);
    return new Admission(problems, ruleSet.orElse(null), verification, report);
  }

  /** The rule set, where it may decide. */
  public Optional<RuleSet> ruleSet() {
    return admitted() ? Optional.ofNullable(ruleSet) : Optional.empty();
  }

  public boolean admitted() {
    return faults() == 0 && report != null && report.failures().isEmpty();
  }

  /** What there is to say of the tables as wholes, notes of what is often meant so included. */
  public List<Finding> verification() {
    return verification;
  }

  /**
   * Every problem, every error and warning about a table, every case that fails and every row that
   * no case covers, a line each.
   */
  public List<String> findings() {
    Stream<String> faults = problems.stream().map(RuleProblem::toString);
    if (report == null) {
      return faults.toList();
    }
    return Stream.of(
            faults,
            verification.stream()
                .filter(found -> found.severity() != Severity.NOTE)
                .map(Finding::toString),
            report.failures().stream().map(TestReport.Failure::toString),
            uncovered().stream()
                .map(
                    row ->
                        row.file()
                            + ", "
                            + row.sheet()
                            + ", row "
                            + row.row()
                            + ": no test case covers this row."))
        .flatMap(lines -> lines)
        .toList();
  }

  /** The rows of all tables that no test case covers. */
  public List<RuleSource.TableRow> uncovered() {
    if (ruleSet == null || report == null) {
      return List.of();
    }
    return report.uncovered(
        ruleSet.tables().all().stream()
            .map(DecisionTable::rows)
            .flatMap(List::stream)
            .map(Row::source)
            .toList());
  }

  /** One line: what there is, and whether it is good. */
  public String summary() {
    if (ruleSet == null || report == null) {
      return count(problems.size(), "problem") + "; the rule set can not be used.";
    }
    int tables = ruleSet.tables().all().size();
    int rows = ruleSet.tables().all().stream().mapToInt(table -> table.rows().size()).sum();
    return "Rule set "
        + ruleSet.id().version()
        + ": "
        + count(tables, "table")
        + ", "
        + count(rows, "row")
        + ", "
        + count(report.passed(), "test case")
        + " passed, "
        + report.failed()
        + " failed, "
        + count(faults(), "problem")
        + ", "
        + count(found(Severity.WARNING), "warning")
        + ".";
  }

  private int faults() {
    return problems.size() + found(Severity.ERROR);
  }

  private int found(Severity severity) {
    return (int) verification.stream().filter(found -> found.severity() == severity).count();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
