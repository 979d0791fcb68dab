package io.redress.check.testcase;

import io.redress.check.expectation.Difference;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.YamlEntries;
import io.redress.rules.table.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The test cases of a rule set, which it must pass to be activated. */
public final class TestCases {
  /** The day of cases without {@code asOf}: a Monday, a working day, not in a peak season. */
  public static final LocalDate DAY = LocalDate.of(2026, 5, 11);

  private final List<TestCase> cases;
  private final List<CellWarning> warnings;

  private TestCases(List<TestCase> cases, List<CellWarning> warnings) {
    this.cases = List.copyOf(cases);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads all valid test cases.
   *
   * @param files {@code .yaml} and {@code .xlsx} files, by path in the folder of test cases
   * @param problems receives all problems
   */
  public static TestCases read(Map<String, byte[]> files, List<RuleProblem> problems) {
    return read(files, Terms.BUILT_IN, problems);
  }

  /**
   * Like {@link #read(Map, List)}, with facts and outcomes of the seller's own.
   *
   * @param terms of the rule set
   */
  public static TestCases read(Map<String, byte[]> files, Terms terms, List<RuleProblem> problems) {
    List<LocatedJson> written = new ArrayList<>();
    List<CellWarning> warnings = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((file, bytes) -> written.addAll(read(file, bytes, terms, problems, warnings)));
    CaseReader reader = new CaseReader(terms.own(), problems);
    return new TestCases(
        written.stream().flatMap(one -> reader.read(one).stream()).toList(), warnings);
  }

  /**
   * Reads all valid test cases of a rule set, which may have facts of the seller's own.
   *
   * @param problems receives all problems of the test cases
   */
  public static TestCases of(RuleSetFiles files, List<RuleProblem> problems) {
    return read(files.testCases(), Terms.read(files.rules(), new ProblemList()), problems);
  }

  private static List<LocatedJson> read(
      String file,
      byte[] bytes,
      Terms terms,
      List<RuleProblem> problems,
      List<CellWarning> warnings) {
    if (file.endsWith(".yaml")) {
      return YamlEntries.read(file, bytes, problems);
    }
    if (file.endsWith(".xlsx")) {
      return workbook(file, bytes, terms, problems, warnings);
    }
    problems.add(
        RuleProblem.ofFile(
            file,
            ProblemCode.UNKNOWN_FILE,
            "test cases are read from .yaml and .xlsx only.",
            "Rename the file, or move it elsewhere."));
    return List.of();
  }

  private static List<LocatedJson> workbook(
      String file,
      byte[] bytes,
      Terms terms,
      List<RuleProblem> problems,
      List<CellWarning> warnings) {
    int before = problems.size();
    List<LocatedJson> cases = new ArrayList<>();
    List<Sheet> sheets = WorkbookReader.read(file, bytes, problems);
    for (Sheet sheet : sheets) {
      if (sheet.holds(SheetMarker.TEST_CASES)) {
        warnings.addAll(sheet.warnings());
        cases.addAll(WorkbookCases.read(sheet, terms, problems));
      } else {
        problems.add(sheet.misplaced());
      }
    }
    if (sheets.isEmpty() && problems.size() == before) {
      problems.add(
          RuleProblem.ofFile(
              file,
              ProblemCode.SHEET_MISSING,
              "no sheet of the workbook holds test cases.",
              "Write Test cases in A1 of one."));
    }
    return cases;
  }

  public int size() {
    return cases.size();
  }

  /** What is probably a mistake in cells of workbooks that can be read. */
  public List<CellWarning> warnings() {
    return warnings;
  }

  /** The facts of all cases that expect a decision, in order. */
  public List<Dispute> disputes() {
    return cases.stream().flatMap(one -> one.expected().dispute().stream()).toList();
  }

  /** The case with this id alone; empty if there is none. */
  public TestCases only(String id) {
    return new TestCases(cases.stream().filter(one -> one.id().equals(id)).toList(), List.of());
  }

  /** The outcomes of all cases in order, given those that failed. */
  public List<CaseOutcome> outcomes(Collection<CaseOutcome> failures) {
    Map<String, List<Difference>> differences = new HashMap<>();
    failures.forEach(failure -> differences.put(failure.id(), failure.differences()));
    return cases.stream()
        .map(one -> one.outcome(differences.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /** The facts of a case; empty if it expects them to be refused, or there is no such case. */
  public Optional<Dispute> facts(String id) {
    return cases.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .flatMap(one -> one.expected().dispute());
  }

  /** The ids of the cases, in order. */
  public List<String> ids() {
    return cases.stream().map(TestCase::id).toList();
  }

  /**
   * Decides every case twice, and compares the decisions with the expectations.
   *
   * @param decide decides by the rule set; if it throws, the case has failed
   */
  public TestReport run(Function<Dispute, Decision> decide) {
    return run(decide, outcome -> {});
  }

  /**
   * Decides every case twice, and compares the decisions with the expectations.
   *
   * @param decide decides by the rule set; if it throws, the case has failed
   * @param progress receives each outcome as soon as it is there
   */
  public TestReport run(Function<Dispute, Decision> decide, Consumer<CaseOutcome> progress) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    Map<RuleSource, List<String>> firedIn = new HashMap<>();
    for (TestCase one : cases) {
      Set<RuleSource> fired = new LinkedHashSet<>();
      CaseOutcome outcome = one.outcome(one.expected().differences(decide, fired));
      fired.forEach(
          rule -> firedIn.computeIfAbsent(rule, first -> new ArrayList<>()).add(one.id()));
      outcomes.add(outcome);
      progress.accept(outcome);
    }
    return new TestReport(outcomes, firedIn);
  }
}
