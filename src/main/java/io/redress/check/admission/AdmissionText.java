package io.redress.check.admission;

import io.redress.check.invariant.InvariantReport;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestReport;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Finding.Severity;
import io.redress.domain.decision.RuleSource;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts about an {@link Admission}: its summary, findings and activation blockers. */
final class AdmissionText {
  private static final int MAX_NAMED = 10;
  private static final int MAX_LISTED = 100;
  private static final String UNTESTED =
      "There are no test cases. Add some that say what the rules should decide."
          + code(ProblemCode.UNTESTED);

  private final Admission admission;
  private final TestReport tests;

  AdmissionText(Admission admission) {
    this.admission = admission;
    this.tests = admission.tests();
  }

  List<String> activationBlockers() {
    List<String> activationBlockers = new ArrayList<>();
    admission.verification().stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .map(Finding::toString)
        .forEach(activationBlockers::add);
    if (tests.cases() == 0) {
      activationBlockers.add(UNTESTED);
    }
    if (tests.failed() > 0) {
      activationBlockers.add(failures());
    }
    violations().forEach(activationBlockers::add);
    return activationBlockers;
  }

  private String failures() {
    int more = tests.failed() - MAX_NAMED;
    return count(tests.failed(), "test case")
        + " failed: "
        + tests.failures().stream()
            .limit(MAX_NAMED)
            .map(CaseOutcome::id)
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + ". Correct the rules, or the cases if their expectations are outdated."
        + code(ProblemCode.CASE_FAILED);
  }

  private static String code(ProblemCode code) {
    return " [" + code + "]";
  }

  private Stream<String> violations() {
    return admission.laws().violations().stream().map(InvariantReport.Violation::toString);
  }

  /** Rows and laws without a test case may have one in a file that has problems. */
  List<String> findings() {
    Stream<String> problems = admission.problems().stream().map(RuleProblem::toString);
    if (admission.read().isEmpty()) {
      return problems.toList();
    }
    boolean casesRead =
        admission.problems().stream()
            .noneMatch(problem -> problem.file().startsWith(RuleSetFiles.TEST_CASES));
    return Stream.of(
            problems,
            admission.verification().stream()
                .filter(found -> found.severity() != Severity.NOTE)
                .map(Finding::toString),
            casesRead && tests.cases() == 0 ? Stream.of(UNTESTED) : Stream.<String>empty(),
            limited(tests.failures(), CaseOutcome::toString),
            violations(),
            casesRead ? admission.laws().notes().stream() : Stream.<String>empty(),
            casesRead
                ? limited(admission.uncovered(), AdmissionText::uncovered)
                : Stream.<String>empty())
        .flatMap(lines -> lines)
        .map(InvisibleCharacters::lineOf)
        .toList();
  }

  private static <T> Stream<String> limited(List<T> all, Function<T, String> line) {
    int more = all.size() - MAX_LISTED;
    return Stream.concat(
        all.stream().limit(MAX_LISTED).map(line),
        more > 0 ? Stream.of("... and " + more + " more of these.") : Stream.empty());
  }

  private static String uncovered(RuleSource.TableRow row) {
    return row.file()
        + ", "
        + row.sheet()
        + ", row "
        + row.row()
        + ": no test case covers this row.";
  }

  String summary() {
    return admission
        .read()
        .map(this::summary)
        .orElseGet(
            () -> count(admission.problemCount(), "problem") + "; the rule set cannot be used.");
  }

  private String summary(RuleSet ruleSet) {
    Collection<DecisionTable> tables = ruleSet.tables().all();
    InvariantReport laws = admission.laws();
    return String.join(
        ", ",
        "Rule set " + ruleSet.id().version() + ": " + count(tables.size(), "table"),
        count(tables.stream().mapToInt(table -> table.rows().size()).sum(), "row"),
        count(laws.laws(), "law") + " checked on " + count(laws.decisions(), "decision"),
        laws.violations().size() + " violated",
        count(tests.passed(), "test case") + " passed",
        tests.failed() + " failed",
        count(admission.problemCount() + found(Severity.ERROR), "problem"),
        count(found(Severity.WARNING), "warning") + ".");
  }

  private int found(Severity severity) {
    return (int)
        admission.verification().stream().filter(found -> found.severity() == severity).count();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
