package io.redress.check.testcase;

import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads test cases from texts in tests. */
final class TestCaseFixture {
  private TestCaseFixture() {}

  static List<RuleProblem> problems(String yaml) {
    List<RuleProblem> problems = new ArrayList<>();
    TestCases.read(Map.of("cases.yaml", bytes(yaml)), problems);
    return problems;
  }

  /** The cases of a file without problems. */
  static TestCases cases(String yaml) {
    List<RuleProblem> problems = new ArrayList<>();
    TestCases cases = TestCases.read(Map.of("cases.yaml", bytes(yaml)), problems);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems);
    }
    return cases;
  }

  /** A case with minimal facts and this expectation, which is in line 5. */
  static String expecting(String expect) {
    return """
    - id: one
      title: One case
      facts: {disputeType: NOT_AS_DESCRIBED, reason: DEFECTIVE}
      expect:
    """
        + expect.indent(4);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
