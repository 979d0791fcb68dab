package io.redress.check.admission;

import io.redress.check.gate.Gates;
import io.redress.check.invariant.InvariantReport;
import io.redress.check.invariant.Invariants;
import io.redress.check.invariant.Invariants.Effort;
import io.redress.check.kpi.Kpis;
import io.redress.check.testcase.TestCases;
import io.redress.check.testcase.TestReport;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.domain.decision.RuleSource;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking whether a rule set may be activated: it can be read, table analysis finds
 * no errors, all of its test cases pass, and it violates none of its laws.
 */
public final class Admission {
  private static final Duration OVERLAPS_TIME = Duration.ofSeconds(5);

  private final int problemCount;
  private final List<RuleProblem> problems;
  private final @Nullable RuleSet ruleSet;
  private final List<Finding> verification;
  private final List<Finding> coveredGaps;
  private final TestReport tests;
  private final InvariantReport laws;

  private Admission(
      ProblemList problems,
      @Nullable RuleSet ruleSet,
      List<Finding> verification,
      List<Finding> coveredGaps,
      TestReport tests,
      InvariantReport laws) {
    this.problemCount = problems.found();
    this.problems = problems.causesFirst();
    this.ruleSet = ruleSet;
    this.verification = List.copyOf(verification);
    this.coveredGaps = List.copyOf(coveredGaps);
    this.tests = tests;
    this.laws = laws;
  }

  /**
   * Reads a rule set, analyses its tables, runs its test cases and checks its laws with {@link
   * Effort#AT_ADMISSION}.
   *
   * @param found problems of the folders themselves
   */
  public static Admission of(RuleSetFiles files, List<RuleProblem> found) {
    return of(files, found, Effort.AT_ADMISSION);
  }

  /** As {@link #of(RuleSetFiles, List, Effort, LongConsumer)}, without progress. */
  public static Admission of(RuleSetFiles files, List<RuleProblem> found, Effort effort) {
    return of(files, found, effort, decided -> {});
  }

  /**
   * Reads a rule set, analyses its tables, runs its test cases and checks its laws.
   *
   * @param found problems of the folders themselves
   * @param progress receives the number of disputes decided so far, in another thread
   */
  public static Admission of(
      RuleSetFiles files, List<RuleProblem> found, Effort effort, LongConsumer progress) {
    ProblemList problems = new ProblemList();
    problems.addAll(found);
    Optional<RuleSet> ruleSet = RuleSet.read(files, problems);
    TestCases cases = TestCases.of(files, problems);
    Invariants invariants = Invariants.read(files.rules(), problems);
    Gates.read(files.rules(), problems);
    Kpis.read(files.rules(), problems);
    List<Finding> verification =
        ruleSet.map(read -> findings(read, cases, effort.patience())).orElse(List.of());
    Optional<Rehearsal> rehearsal =
        ruleSet.map(read -> new Rehearsal(read, cases.disputes(), progress));
    TestReport tests =
        rehearsal
            .flatMap(rehearsed -> rehearsed.run(() -> cases.run(rehearsed::decide)))
            .orElse(TestReport.NONE);
    InvariantReport laws =
        rehearsal
            .flatMap(
                rehearsed ->
                    rehearsed.run(
                        () ->
                            invariants.check(
                                rehearsed::decideOnce,
                                rehearsed.tables(),
                                cases.disputes(),
                                effort)))
            .orElse(InvariantReport.NONE);
    List<Finding> coveredGaps =
        rehearsal
            .flatMap(
                rehearsed ->
                    rehearsed.run(
                        () -> CoveredGaps.among(verification, rehearsed, cases.disputes())))
            .orElse(List.of());
    rehearsal.ifPresent(rehearsed -> problems.addAll(rehearsed.problems()));
    List<Finding> open = verification.stream().filter(one -> !coveredGaps.contains(one)).toList();
    return new Admission(problems, ruleSet.orElse(null), open, coveredGaps, tests, laws);
  }

  /** Errors first, then warnings, those about single cells before those about rows. */
  private static List<Finding> findings(RuleSet rules, TestCases cases, Duration patience) {
    List<Finding> findings = new ArrayList<>();
    for (CellWarning warning : rules.warnings()) {
      String table =
          rules.tables().all().stream()
              .filter(
                  one -> one.file().equals(warning.file()) && one.sheet().equals(warning.sheet()))
              .map(DecisionTable::name)
              .findFirst()
              .orElse("");
      findings.add(Finding.of(warning, table));
    }
    cases.warnings().forEach(warning -> findings.add(Finding.of(warning, "")));
    findings.addAll(Verification.of(rules.tables().all(), patience));
    findings.sort(Comparator.comparing(Finding::severity));
    return findings;
  }

  /** The rule set; empty unless it is admitted. */
  public Optional<RuleSet> ruleSet() {
    return admitted() ? Optional.ofNullable(ruleSet) : Optional.empty();
  }

  public boolean admitted() {
    return readable() && activationBlockers().isEmpty();
  }

  /** Whether all files could be read without problems. */
  public boolean readable() {
    return problems.isEmpty();
  }

  /**
   * Problems of the files; of very many of a kind only the first ones, and the number of others.
   */
  public List<RuleProblem> problems() {
    return problems;
  }

  /** Why a readable rule set cannot be activated; empty when it can. */
  public List<String> activationBlockers() {
    return new AdmissionText(this).activationBlockers();
  }

  /** The findings of table analysis, without what is a matter of course. */
  public List<Finding> verification() {
    return verification;
  }

  /**
   * Notes for those who ask: gaps that other tables or the flow cover, and rows of FIRST tables
   * whose order decides. Slow.
   */
  public List<Finding> matterOfCourse() {
    return Stream.concat(
            coveredGaps.stream(),
            read().stream()
                .flatMap(
                    rules -> Verification.overlaps(rules.tables().all(), OVERLAPS_TIME).stream()))
        .toList();
  }

  /** Notes about usual languages without letters of their own; empty for unreadable rule sets. */
  public List<String> languageNotes() {
    return ruleSet == null ? List.of() : ruleSet.languageNotes();
  }

  /** Results of the test cases. */
  public TestReport tests() {
    return tests;
  }

  /** Results of checking the laws. */
  public InvariantReport laws() {
    return laws;
  }

  /** Table rows that no test case covers. */
  public List<RuleSource.TableRow> uncovered() {
    return ruleSet == null ? List.of() : tests.uncovered(ruleSet.rows());
  }

  /**
   * One line for every problem, error or warning of table analysis, failed test case, violated or
   * unchecked law, and uncovered row; of very many only the first ones, and the number of others.
   */
  public List<String> findings() {
    return new AdmissionText(this).findings();
  }

  /** One line: the size of the rule set and the numbers of what was found. */
  public String summary() {
    return new AdmissionText(this).summary();
  }

  /** The rule set as read, admitted or not. */
  Optional<RuleSet> read() {
    return Optional.ofNullable(ruleSet);
  }

  /** The number of problems, including those that are not listed one by one. */
  int problemCount() {
    return problemCount;
  }
}
