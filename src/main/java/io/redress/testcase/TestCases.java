package io.redress.testcase;

import io.redress.decision.Decision;
import io.redress.decision.RuleSource;
import io.redress.dispute.Dispute;
import io.redress.expectation.Difference;
import io.redress.source.Mark;
import io.redress.source.ProblemCode;
import io.redress.source.RuleProblem;
import io.redress.source.Sheet;
import io.redress.source.WorkbookReader;
import io.redress.source.Written;
import io.redress.source.YamlEntries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The cases that a rule set must pass before it may decide anything. */
public final class TestCases {
  /** The day of cases without {@code asOf}: a Monday, a working day, and in no peak season. */
  public static final LocalDate DAY = LocalDate.of(2026, 5, 11);

  private final List<TestCase> cases;

  private TestCases(List<TestCase> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * Reads all cases without a fault.
   *
   * @param files by their paths among the test cases: {@code .yaml} and {@code .xlsx}
   * @param problems takes every fault found
   */
  public static TestCases read(Map<String, byte[]> files, List<RuleProblem> problems) {
    List<Written> written = new ArrayList<>();
    new TreeMap<>(files).forEach((file, bytes) -> written.addAll(read(file, bytes, problems)));
    CaseReader reader = new CaseReader(problems);
    return new TestCases(written.stream().flatMap(one -> reader.read(one).stream()).toList());
  }

  private static List<Written> read(String file, byte[] bytes, List<RuleProblem> problems) {
    if (file.endsWith(".yaml")) {
      return YamlEntries.read(file, bytes, problems);
    }
    if (file.endsWith(".xlsx")) {
      return workbook(file, bytes, problems);
    }
    problems.add(
        RuleProblem.ofFile(
            file,
            ProblemCode.UNKNOWN_FILE,
            "test cases are read from .yaml and .xlsx only.",
            "Rename the file, or keep it elsewhere."));
    return List.of();
  }

  private static List<Written> workbook(String file, byte[] bytes, List<RuleProblem> problems) {
    int before = problems.size();
    List<Written> cases = new ArrayList<>();
    List<Sheet> sheets = WorkbookReader.read(file, bytes, problems);
    for (Sheet sheet : sheets) {
      if (sheet.holds(Mark.TEST_CASES)) {
        cases.addAll(WorkbookCases.read(sheet, problems));
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

  /** The facts of all cases that are decided, in the order of the cases. */
  public List<Dispute> disputes() {
    return cases.stream().flatMap(one -> one.expected().dispute().stream()).toList();
  }

  /**
   * Decides every case, twice, and compares.
   *
   * @param decide what the rule set does; when it throws, the case has failed
   */
  public TestReport run(Function<Dispute, Decision> decide) {
    List<TestReport.Failure> failures = new ArrayList<>();
    Set<RuleSource> fired = new LinkedHashSet<>();
    for (TestCase one : cases) {
      List<Difference> differences = one.expected().differences(decide, fired);
      if (!differences.isEmpty()) {
        failures.add(
            new TestReport.Failure(one.id(), one.title(), one.source(), one.place(), differences));
      }
    }
    return new TestReport(cases.size() - failures.size(), failures, fired);
  }
}
