package io.redress.check.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.CpuTime;
import io.redress.check.expectation.Decisions;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCasesTest {
  private static final String PASSING = TestCaseFixture.expecting("resolution: PARTIAL_REFUND");

  @Test
  void caseWithoutAsOfIsDecidedOnAFixedDay() {
    AtomicReference<Dispute> asked = new AtomicReference<>();
    TestCaseFixture.cases(PASSING)
        .run(
            dispute -> {
              asked.set(dispute);
              return Decisions.refunding(dispute);
            });

    assertThat(asked.get().asOf()).isEqualTo(LocalDate.of(2026, 5, 11));
    assertThat(asked.get().disputeId()).isEqualTo("one");
  }

  @Test
  void caseIsDecidedOnItsOwnDay() {
    var cases =
        TestCaseFixture.cases(
            """
            - id: two
              title: On its own day
              source: article
              facts: {asOf: 2015-02-15, disputeType: NOT_RECEIVED, reason: LOST, order: {buyerCountry: NO}}
              expect: {asOf: 2015-02-15}
            """);

    assertThat(cases.run(Decisions::refunding).passed()).isOne();
  }

  @Test
  void exceptionFailsOneCaseOnly() {
    var cases = TestCaseFixture.cases(PASSING + PASSING.replace("id: one", "id: two"));
    var report =
        cases.run(
            dispute -> {
              if ("one".equals(dispute.disputeId())) {
                throw new IllegalStateException("no resolution");
              }
              return Decisions.refunding(dispute);
            });

    assertThat(report.passed()).isOne();
    assertThat(report.failures())
        .singleElement()
        .hasToString("one: decision: expected a decision, was a failure: no resolution");
  }

  @Test
  void unstableDecisionFails() {
    AtomicInteger calls = new AtomicInteger();
    var report =
        TestCaseFixture.cases(PASSING)
            .run(
                dispute -> {
                  LocalDate day = TestCases.DAY.plusDays(calls.getAndIncrement());
                  return Decisions.refunding(dispute.on(day, "one"));
                });

    assertThat(report.failures())
        .singleElement()
        .hasToString("one: asOf: expected 2026-05-11 as in the first run, was 2026-05-12");
  }

  @Test
  void failureHasThePlaceOfItsCase() {
    var report =
        TestCaseFixture.cases("\n\n" + TestCaseFixture.expecting("resolution: REJECT"))
            .run(Decisions::refunding);

    assertThat(report.failed()).isOne();
    assertThat(report.failures().get(0).place()).hasToString("cases.yaml:3");
  }

  @Test
  void rowsThatNeverFiredAreUncovered() {
    var other = new RuleSource.TableRow("goods row 8", "goods.xlsx", "Goods", 8, List.of("A8"));
    var report = TestCaseFixture.cases(PASSING).run(Decisions::refunding);

    assertThat(report.uncovered(List.of(other, Decisions.ROW))).containsExactly(other);
  }

  @Test
  void factsMayBeExpectedToBeRefused() {
    var report =
        TestCaseFixture.cases(
                """
                - id: refused
                  title: No piece ordered, and an unknown reason
                  facts: {disputeType: NOT_RECEIVED, reason: GONE, order: {quantity: 0}}
                  expect: {refused: [/order/quantity, /reason]}
                - id: not-refused
                  title: One piece is possible
                  facts: {disputeType: NOT_RECEIVED, reason: LOST, order: {quantity: 1}}
                  expect: {refused: [/order/quantity]}
                """)
            .run(TestCasesTest::never);

    assertThat(report.passed()).isOne();
    assertThat(report.failures())
        .singleElement()
        .hasToString("not-refused: facts: expected refused at /order/quantity, was accepted");
  }

  private static Decision never(Dispute dispute) {
    throw new AssertionError("asked to decide " + dispute);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- id: [ | NOT_YAML | 1 | this is not YAML",
        "- id: a\\n  id: b | DUPLICATE_KEY | 2 | the key id is used twice.",
        "- {id: a b, title: T} | BAD_ID | 1 | the id is not valid.",
        "- {id: a, titel: T} | UNKNOWN_KEY | 1 | Did you mean title?",
        "- {id: a, title: T}\\n- {id: a, title: T} | DUPLICATE_ID | 2 | another case has this id.",
        "- {title: T} | MISSING | 1 | the case has no id.",
        "- {id: a} | MISSING | 1 | the case has no title.",
        "- {id: a, title: T, expect: {resolution: REJECT}} | MISSING | 1 | the case has no facts.",
        "- {id: a, title: T, facts: {}} | MISSING | 1 | the case expects nothing.",
        "- &a x\\n- *a | ALIAS | 1 | aliases are not allowed",
        "- [a]: b | BAD_KEY | 1 | a key must be a text.",
        "- text | NOT_A_CASE | 1 | this entry is not a test case.",
        "- facts:\\n    order:\\n      quantity: many\\n  expect: {resolution: REJECT} | FACTS_REFUSED | 3 |"
            + " Send a whole number",
        "- facts: {reson: LOST}\\n  expect: {resolution: REJECT} | FACTS_REFUSED | 1 | Did you"
            + " mean reason?",
        "- facts: {}\\n  expect: {refused: [], caseStatus: OPEN} | REFUSED_AND_MORE | 2 | Expect"
            + " refused alone.",
        "- facts: {}\\n  expect: {refused: reason} | BAD_POINTER | 2 | refused names no JSON"
            + " pointer.",
      })
  void problemsHaveTheirLine(String yaml, ProblemCode code, int line, String message) {
    assertThat(TestCaseFixture.problems(yaml.replace("\\n", "\n")))
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.toString()).contains(message);
            });
  }

  @ParameterizedTest
  @CsvSource({"'', NOT_A_LIST", "'id: a', NOT_A_LIST", "'\u00fc', NOT_A_LIST"})
  void fileMustBeAList(String yaml, ProblemCode code) {
    assertThat(TestCaseFixture.problems(yaml)).extracting(RuleProblem::code).containsExactly(code);
  }

  @Test
  void otherFilesAndEncodingsAreProblems() {
    List<RuleProblem> problems = new ArrayList<>();
    TestCases.read(
        Map.of("a.csv", new byte[0], "b.yaml", new byte[] {'-', ' ', (byte) 0xE4}), problems);

    assertThat(problems)
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.UNKNOWN_FILE, ProblemCode.NOT_UTF8);
  }

  @Test
  void hostileYamlIsRefusedAndBuildsNothing() {
    assertThat(TestCaseFixture.problems("- ".repeat(10_000)))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.NOT_YAML);
    assertThat(TestCaseFixture.problems("- !!javax.script.ScriptEngineManager [x]"))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.NOT_YAML);
  }

  @Test
  void idsAreUniqueOverAllFiles() {
    List<RuleProblem> problems = new ArrayList<>();
    TestCases.read(
        Map.of("a.yaml", TestCaseFixture.bytes(PASSING), "b.yaml", TestCaseFixture.bytes(PASSING)),
        problems);

    assertThat(problems)
        .singleElement()
        .hasToString("b.yaml:1: another case has this id. Use another one. [DUPLICATE_ID]");
  }

  @Test
  void aThousandCasesTakeLittleTime() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      yaml.append(PASSING.replace("id: one", "id: case-" + i));
    }
    TestCaseFixture.cases(PASSING).run(Decisions::refunding);

    Duration time =
        CpuTime.of(
            () ->
                assertThat(
                        TestCaseFixture.cases(yaml.toString()).run(Decisions::refunding).passed())
                    .isEqualTo(1_000));

    assertThat(time).isLessThan(Duration.ofSeconds(5));
  }
}
