package io.redress.check.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.expectation.Decisions;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.source.HostileTexts;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in test cases is taken literally, or refused with its cell or line. */
class HostileCasesTest {
  private final List<RuleProblem> problems = new ArrayList<>();

  static Stream<String> texts() {
    return HostileTexts.ALL.stream();
  }

  /** Facts and their names have no line breaks. */
  static Stream<String> lines() {
    return texts().filter(text -> !text.contains("\n"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void freeTextIsTakenLiterally(String hostile) {
    List<String> names = List.of("title", "source", "order.item", "-> resolution", "#");
    TestCases cases = read(names, List.of(hostile, hostile, hostile, "PARTIAL_REFUND", hostile));

    assertThat(problems).isEmpty();
    assertThat(cases.disputes()).extracting(HostileCasesTest::item).containsExactly(hostile);
    assertThat(cases.run(Decisions::refunding).passed()).isOne();
  }

  private static String item(Dispute dispute) {
    return dispute.order().item();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void otherTextIsRefusedByCell(String hostile) {
    for (String name : List.of("asOf", "delayCause", "order.quantity", "-> resolution")) {
      read(List.of("title", name), List.of("One", hostile));
      refusedAt("E4");
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void columnNamesAreRefusedByCell(String hostile) {
    for (String name : List.of(hostile, "order." + hostile, "-> " + hostile)) {
      read(List.of("title", name), List.of("One", "x"));
      refusedAt("E4");
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void yamlIsReadLikeWorksheets(String hostile) throws JsonProcessingException {
    String text = new ObjectMapper().writeValueAsString(hostile);
    String fact = TestCaseFixture.expecting("resolution: PARTIAL_REFUND");

    assertThat(TestCaseFixture.problems(fact.replace("title: One case", "title: " + text)))
        .isEmpty();
    assertThat(TestCaseFixture.problems(fact.replace("id: one", "id: " + text)))
        .extracting(RuleProblem::line)
        .containsExactly(1);
    assertThat(TestCaseFixture.problems(fact.replace("reason: DEFECTIVE", "reason: " + text)))
        .extracting(RuleProblem::line)
        .containsExactly(3);
    assertThat(TestCaseFixture.problems(TestCaseFixture.expecting("resolution: " + text)))
        .extracting(RuleProblem::line)
        .containsExactly(5);
    assertThat(TestCaseFixture.problems(TestCaseFixture.expecting(text + ": 1")))
        .extracting(RuleProblem::line)
        .containsExactly(5);
  }

  /** Reads a case with these columns behind the required ones. */
  private TestCases read(List<String> names, List<String> row) {
    problems.clear();
    byte[] workbook =
        new WorkbookFixture()
            .sheet("Cases")
            .row("Test cases")
            .row()
            .row(both(List.of("id", "disputeType", "reason"), names))
            .row(both(List.of("one", "NOT_AS_DESCRIBED", "DEFECTIVE"), row))
            .bytes();
    return TestCases.read(Map.of("cases.xlsx", workbook), problems);
  }

  private static Object[] both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toArray();
  }

  private void refusedAt(String cell) {
    assertThat(problems).anySatisfy(problem -> assertThat(problem.cell()).isEqualTo(cell));
  }
}
