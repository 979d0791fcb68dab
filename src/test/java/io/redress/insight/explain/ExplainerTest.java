package io.redress.insight.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.check.testcase.TestCases;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explanations of the shipped rules. */
class ExplainerTest {
  private static final RuleSet RULES = ShippedRules.whole();

  private static final String DRESS =
      """
      {"disputeId": "dress", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
      """;
  private static final String ATOMIZERS =
      """
      {"disputeId": "atomizers", "asOf": "2015-02-14", "disputeType": "NOT_AS_DESCRIBED",
       "reason": "DEFECTIVE", "order": {"orderedOn": "2015-02-05", "quantity": 20},
       "shipment": {"shippedOn": "2015-02-09"},
       "problem": {"reportedOn": "2015-02-13", "defectiveQuantity": 7}}
      """;

  private static Dispute dispute(String facts) {
    return DisputeReader.read(
            facts.getBytes(StandardCharsets.UTF_8), country -> LocalDate.of(2015, 2, 15))
        .fold(
            dispute -> dispute,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static Explanation explain(String facts, Question question) {
    return Explainer.explain(RULES, dispute(facts), question, Locale.UK);
  }

  @Test
  void evidenceOfTheAtomizersIsMissing() {
    Explanation explained = explain(ATOMIZERS, new Question("evidence-answer", null));
    ExplainedTable table = explained.tables().get(0);

    assertThat(explained.resolution()).isEqualTo(ActionType.REQUEST_EVIDENCE);
    assertThat(table.asked()).isTrue();
    AnsweringRow won = Objects.requireNonNull(table.won());
    assertThat(won.cells())
        .extracting(CellTest::column, CellTest::required, CellTest::actual)
        .containsExactly(tuple("evidenceState", "MISSING", "MISSING"));
    ExplainedRow hasProof =
        table.rows().stream()
            .filter(
                row ->
                    row.failed().stream().anyMatch(cell -> cell.column().equals("evidence.types")))
            .findFirst()
            .orElseThrow();
    assertThat(hasProof.matched()).isFalse();
    assertThat(hasProof.sentence()).contains("evidence.types").contains("but it is empty");
    assertThat(explained.rules()).isEmpty();
  }

  @Test
  void oneRowOfATable() {
    Explanation explained = explain(DRESS, new Question("goodwill", 5));
    ExplainedTable table = explained.tables().get(0);

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().get(0).sentence())
        .isEqualTo(
            "Row 5 does not match: C5 asks for reasonCode NATURAL_DISASTER, but it is"
                + " PEAK_SEASON.");
    assertThat(Objects.requireNonNull(table.won()).sentence())
        .isEqualTo(
            "Row 4 answers: A4 asks for resolution KEEP_TRACKING, and it is KEEP_TRACKING; C4 asks"
                + " for reasonCode PEAK_SEASON, and it is PEAK_SEASON.");
  }

  @Test
  void rulesOfTheFlowSayWhichConditionFailed() {
    Map<String, ExplainedRule> rules = new HashMap<>();
    explain(ATOMIZERS, Question.ALL).rules().forEach(rule -> rules.put(rule.source().rule(), rule));

    assertThat(rules.get("Place the dispute").fired()).isTrue();
    assertThat(rules.get("Safety first").failed())
        .containsExactly("dispute.problem.safetyHazard == true");
    assertThat(rules.get("Money for the affected pieces").missing()).isEqualTo("Verdict");
    ExplainedRule overtaken = rules.get("Damaged or defective");
    assertThat(overtaken.failed()).isEmpty();
    assertThat(overtaken.overtakenBy()).isEqualTo("Nothing is granted before the proof is there");
    assertThat(overtaken.sentence())
        .isEqualTo(
            "The rule \"Damaged or defective\" did not fire: the rule \"Nothing is granted before"
                + " the proof is there\" came first.");
  }

  @Test
  void tableThatWasNotAskedIsComparedWithTheEnd() {
    ExplainedTable table = explain(DRESS, new Question("evidence-answer", null)).tables().get(0);

    assertThat(table.asked()).isFalse();
    assertThat(table.won()).isNull();
    assertThat(table.rows()).isNotEmpty().noneMatch(ExplainedRow::answered);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Row 5 does not match: C5 asks for reasonCode",
    "de, Zeile 5 passt nicht: C5 verlangt reasonCode",
    "fr, La ligne 5 ne correspond pas : C5 exige reasonCode",
    "es, La fila 5 no coincide: C5 pide reasonCode",
    "pt-BR, A linha 5 não corresponde: C5 pede reasonCode",
    "ru, Строка 5 не подходит: C5 требует reasonCode",
    "zh-CN, 第 5 行不匹配：C5 要求 reasonCode",
    "ja, Row 5 does not match: C5 asks for reasonCode"
  })
  void sentencesAreInTheLanguageOfTheReader(String language, String beginning) {
    Explanation explained =
        Explainer.explain(
            RULES, dispute(DRESS), new Question("goodwill", 5), Locale.forLanguageTag(language));
    assertThat(explained.tables().get(0).rows().get(0).sentence()).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource({
    ", 5, /row, A row is given without its table. Name the table as well.",
    "goodwil, , /table, There is no table goodwil. Did you mean goodwill?",
    "goodwill, 3, /row, Table goodwill has no rule in row 3. Its rules are in rows 4 to"
  })
  void questionsThatCannotBeAnswered(String table, Integer row, String pointer, String message) {
    List<FactProblem> problems = new Question(table, row).problems(RULES);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).pointer()).isEqualTo(pointer);
    assertThat(problems.get(0).message().toString()).startsWith(message);
  }

  @Test
  void unknownTableWithoutASimilarNameListsAll() {
    assertThat(new Question("xxxxxxxxxxxxxx", null).problems(RULES).get(0).toString())
        .contains("Use one of", "goodwill", "evidence");
  }

  /** Every row and rule in the full trace of a test case is one that its explanation says won. */
  @Test
  void rowsOfTheTraceAreThoseThatWon() {
    List<Dispute> disputes =
        TestCases.of(
                RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>()),
                new ArrayList<>())
            .disputes();
    assertThat(disputes).hasSizeGreaterThan(500);
    for (int i = 0; i < disputes.size(); i += 5) {
      Dispute dispute = disputes.get(i);
      Explanation explained = Explainer.explain(RULES, dispute, Question.ALL, Locale.UK);
      Set<String> won = new TreeSet<>();
      explained.rules().stream()
          .filter(ExplainedRule::fired)
          .forEach(rule -> won.add(rule.source().rule()));
      for (ExplainedTable table : explained.tables()) {
        assertThat(table.asked()).isTrue();
        Stream.concat(Stream.ofNullable(table.won()), table.alsoWon().stream())
            .forEach(row -> won.add(table.table() + " row " + row.row()));
      }
      assertThat(won)
          .as(dispute.toString())
          .isEqualTo(
              RULES.decideWithoutLetter(dispute).fired().stream()
                  .map(TraceEntry::source)
                  .map(RuleSource::rule)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }
}
