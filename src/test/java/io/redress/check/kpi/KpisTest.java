package io.redress.check.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpisTest {
  private final List<RuleProblem> problems = new ArrayList<>();

  private List<Kpi> read(String yaml) {
    return Kpis.read(Map.of(RuleSetFiles.KPIS, yaml.getBytes(StandardCharsets.UTF_8)), problems);
  }

  @Test
  void ruleSetWithoutTheFileHasNoKpis() {
    assertThat(Kpis.read(Map.of(), problems)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void exampleOfTheDocumentationIsRead() throws IOException {
    String docs = Files.readString(Path.of("docs/insight.md"));
    int begin = docs.indexOf("```yaml\n- name:") + "```yaml\n".length();
    List<Kpi> kpis = read(docs.substring(begin, docs.indexOf("```", begin)));

    assertThat(problems).isEmpty();
    assertThat(kpis)
        .extracting(kpi -> kpi.figure().getClass().getSimpleName())
        .containsExactly("Count", "Sum", "Share");
    assertThat(kpis.get(1).titleIn("zh")).isNotEqualTo(kpis.get(1).titleIn("en"));
    assertThat(kpis.get(1).titleIn("de")).isEqualTo(kpis.get(1).titleIn("en"));
    assertThat(kpis.get(0).titleIn("zh")).isEqualTo(kpis.get(0).titleIn("en"));
  }

  @Test
  void titleIsTheNameWhereThereIsNone() {
    Kpi kpi = read("- name: refused\n  count: {when: {decision: {resolution: REJECT}}}\n").get(0);

    assertThat(kpi.titleIn("zh")).isEqualTo("refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "refused | NOT_A_KPI | not a list",
        "- refused | NOT_A_KPI | not a KPI",
        "- name: a | NOT_A_KPI | nothing to add up",
        "- {name: a, sum: /decision/refund/amount, count: {when: {facts: {reason: LOST}}}}"
            + " | NOT_A_KPI | the KPI has count and sum",
        "- {sum: /decision/refund/amount} | MISSING | no name",
        "- {name: A b, sum: /decision/refund/amount} | BAD_ID | A b",
        "- {name: a, titel: x, sum: /decision/refund/amount} | UNKNOWN_KEY | Did you mean title?",
        "- {name: a, title: '', sum: /decision/refund/amount} | MISSING | title is empty",
        "- {name: a, title: {english: x}, sum: /decision/refund/amount} | VALUE_NOT_ALLOWED"
            + " | english is not a language",
        "- {name: a, sum: refund.amount} | BAD_POINTER | does not point",
        "- {name: a, sum: /answer/refund} | BAD_POINTER | does not point",
        "- {name: a, sum: /decision/refund/amont} | UNKNOWN_NAME | Did you mean amount?",
        "- {name: a, sum: /decision/refund} | WRONG_TYPE | not a number",
        "- {name: a, sum: /facts/granted/0/amount} | UNKNOWN_NAME | 0 in",
        "- {name: a, sum: /decision/resolution} | WRONG_TYPE | not a number",
        "- {name: a, sum: /facts/custom/age} | UNKNOWN_NAME | facts.xlsx declares no fact",
        "- {name: a, sum: {when: {facts: {reason: LOST}}}} | MISSING | does not say of what",
        "- {name: a, sum: 7} | WRONG_TYPE | sum has no members",
        "- {name: a, count: {}} | MISSING | when is empty",
        "- {name: a, count: {when: {}}} | MISSING | when is empty",
        "- {name: a, count: {if: {facts: {reason: LOST}}, when: {facts: {reason: LOST}}}}"
            + " | UNKNOWN_KEY | if is unknown in count",
        "- {name: a, count: {when: {answer: {resolution: REJECT}}}} | UNKNOWN_KEY | answer",
        "- {name: a, count: {when: {decision: {resolution: REJEKT}}}} | VALUE_NOT_ALLOWED"
            + " | Did you mean REJECT?",
        "- {name: a, count: {when: {decision: {letter.body: x}}}} | VALUE_NOT_ALLOWED | letter",
        "- {name: a, count: {when: {facts: {order.quantiti: '> 2'}}}} | UNKNOWN_NAME | quantiti",
        "- {name: a, share: {among: {facts: {reason: LOST}}}} | MISSING | of is empty",
      })
  void problemsNameTheirPlace(String yaml, ProblemCode code, String part) {
    assertThat(read(yaml + "\n")).isEmpty();

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.toString()).startsWith("kpis.yaml:1: ").contains(part);
            });
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    List<Kpi> kpis =
        read(
            """
            - name: fine
              count: {when: {facts: {reason: LOST}}}
            - name: fine
              count: {when: {facts: {reason: LOST}}}
            - name: other
              sum: /decision/refund/amont
              title: 7
            - 8
            """);

    assertThat(kpis).extracting(Kpi::name).containsExactly("fine");
    assertThat(problems)
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.DUPLICATE_ID, ProblemCode.UNKNOWN_NAME, ProblemCode.NOT_A_KPI);
    assertThat(problems.get(1).toString()).startsWith("kpis.yaml:6: ");
  }

  @Test
  void filesThatAreTooLargeAreRefused() {
    assertThat(read("#".repeat(70_000))).isEmpty();
    assertThat(
            read(
                IntStream.rangeClosed(0, Kpis.MAX)
                    .mapToObj(i -> "- {name: k" + i + ", sum: /decision/refund/amount}\n")
                    .collect(Collectors.joining())))
        .isEmpty();

    assertThat(problems)
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.TOO_LARGE, ProblemCode.TOO_LARGE);
  }
}
