package io.redress.check.admission;

import io.redress.check.invariant.InvariantReport;
import io.redress.check.invariant.Invariants;
import io.redress.check.invariant.Invariants.Effort;
import io.redress.check.testcase.TestCases;
import io.redress.check.testcase.TestReport;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.domain.decision.RuleSource;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a rule set asked to decide: it may, when it could be read, its tables do not
 * contradict themselves, it passes all of its test cases, and breaks none of its laws.
 */
public final class Admission {
  private final int problemCount;
  private final List<RuleProblem> problems;
  private final @Nullable RuleSet ruleSet;
  private final List<Finding> verification;
  private final TestReport tests;
  private final InvariantReport laws;

  private Admission(
      ProblemList problems,
      @Nullable RuleSet ruleSet,
      List<Finding> verification,
      TestReport tests,
      InvariantReport laws) {
    this.problemCount = problems.found();
    this.problems = List.copyOf(problems);
    this.ruleSet = ruleSet;
    this.verification = List.copyOf(verification);
    this.tests = tests;
    this.laws = laws;
  }

  /**
   * Reads a rule set, verifies its tables, runs its test cases and tries its laws, as long as a
   * change that is to decide at once can wait.
   *
   * @param found faults of the folders themselves
   */
  public static Admission of(RuleSetFiles files, List<RuleProblem> found) {
    return of(files, found, Effort.AT_ADMISSION);
  }

  /**
   * The same, with the laws tried as much as there is time for.
   *
   * @param found faults of the folders themselves
   */
  public static Admission of(RuleSetFiles files, List<RuleProblem> found, Effort effort) {
    ProblemList problems = new ProblemList();
    problems.addAll(found);
    Optional<RuleSet> ruleSet = RuleSet.read(files, problems);
    TestCases cases = TestCases.read(files.testCases(), problems);
    Invariants invariants = Invariants.read(files.rules(), problems);
    List<Finding> verification =
        ruleSet
            .map(read -> Verification.of(read.tables().all(), effort.patience()))
            .orElse(List.of());
    Optional<Rehearsal> rehearsal = ruleSet.map(Rehearsal::new);
    TestReport tests =
        rehearsal
            .flatMap(tried -> tried.run(() -> cases.run(tried::decide)))
            .orElse(TestReport.NONE);
    InvariantReport laws =
        rehearsal
            .flatMap(
                tried ->
                    tried.run(
                        () ->
                            invariants.check(
                                tried::decide, tried.tables(), cases.disputes(), effort)))
            .orElse(InvariantReport.NONE);
    rehearsal.ifPresent(tried -> problems.addAll(tried.problems()));
    return new Admission(problems, ruleSet.orElse(null), verification, tests, laws);
  }

  /** The rule set, where it may decide. */
  public Optional<RuleSet> ruleSet() {
    return admitted() ? Optional.ofNullable(ruleSet) : Optional.empty();
  }

  public boolean admitted() {
    return readable() && activationBlockers().isEmpty();
  }

  /** Whether all of its files could be read. */
  public boolean readable() {
    return problems.isEmpty();
  }

  /** The faults of the files; of very many of a kind the first, and how many more there are. */
  public List<RuleProblem> problems() {
    return problems;
  }

  /** Why it may not decide although it can be read. */
  public List<String> activationBlockers() {
    return new AdmissionText(this).activationBlockers();
  }

  /** What there is to say of the tables as wholes, notes of what is often meant so included. */
  public List<Finding> verification() {
    return verification;
  }

  /** What came of the test cases. */
  public TestReport tests() {
    return tests;
  }

  /** What came of trying the laws. */
  public InvariantReport laws() {
    return laws;
  }

  /** The rows of all tables that no test case covers. */
  public List<RuleSource.TableRow> uncovered() {
    return ruleSet == null ? List.of() : tests.uncovered(ruleSet.rows());
  }

  /**
   * Every problem, every error and warning about a table, every case that fails, every law that is
   * broken or could not be tried, and every row that no case covers, a line each; of very many the
   * first, and how many more there are.
   */
  public List<String> findings() {
    return new AdmissionText(this).findings();
  }

  /** One line: what there is, and whether it is good. */
  public String summary() {
    return new AdmissionText(this).summary();
  }

  /** What was read; also when it may not decide. */
  Optional<RuleSet> read() {
    return Optional.ofNullable(ruleSet);
  }

  /** How many problems there are, those that are not told one by one included. */
  int problemCount() {
    return problemCount;
  }
}
