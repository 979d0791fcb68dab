package io.redress.check.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.EditedRules;
import io.redress.check.expectation.ExpectationReader;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.table.OwnTerms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static RuleSetFiles shippedWith(double discount) throws IOException {
    byte[] promises =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            workbook -> workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(discount));
    return RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ProblemList())
        .with(Map.of("promises.xlsx", promises));
  }

  @Test
  void casesOfAChangedDiscountExpectTheNewOneAndNothingElse() throws IOException {
    RuleSetFiles files = shippedWith(0.07);
    RuleSet rules = RuleSet.read(files, new ProblemList()).orElseThrow();
    List<String> failing =
        TestCases.of(files, new ProblemList()).run(rules::decide).failures().stream()
            .map(CaseOutcome::id)
            .toList();
    assertThat(failing).contains("dress-1", "dress-2-letter").hasSizeGreaterThan(3);

    Acceptance acceptance = Acceptance.of(files, failing, rules::decide);

    assertThat(acceptance.problems()).isEmpty();
    assertThat(acceptance.accepted()).containsExactlyInAnyOrderElementsOf(failing);
    assertThat(TestCases.of(acceptance.files(), new ProblemList()).run(rules::decide).failed())
        .isZero();
    String before = text(files, "test-cases/article.yaml");
    int dress = before.indexOf("- id: dress-1");
    int end = before.indexOf("- id: lost-1");
    assertThat(text(acceptance.files(), "test-cases/article.yaml"))
        .isEqualTo(
            before.substring(0, dress)
                + before
                    .substring(dress, end)
                    .replace("percent: 5}", "percent: 7}")
                    .replace("Percent: 5\n", "Percent: 7\n")
                    .replace("\"5%\"", "\"7%\"")
                + before.substring(end));
    assertThat(acceptance.files().all().keySet()).isEqualTo(files.all().keySet());
  }

  @Test
  void oneCaseIsAcceptedAloneAndAPassingOneStays() throws IOException {
    RuleSetFiles files = shippedWith(0.07);
    RuleSet rules = RuleSet.read(files, new ProblemList()).orElseThrow();

    Acceptance acceptance =
        Acceptance.of(files, List.of("dress-1", "atomizers-3-praise", "unknown"), rules::decide);

    assertThat(acceptance.accepted()).containsExactly("dress-1");
    assertThat(TestCases.of(acceptance.files(), new ProblemList()).run(rules::decide).failures())
        .extracting(CaseOutcome::id)
        .contains("dress-2-letter")
        .doesNotContain("dress-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{resolution: REJECT}|{\"/expect/resolution\":\"KEEP_TRACKING\"}",
        "{nextOrderDiscountPercent: \"[0..5]\"}|{\"/expect/nextOrderDiscountPercent\":7}",
        "{nextOrderDiscountPercent.from: 8}|{\"/expect/nextOrderDiscountPercent.from\":7}",
        "{resolution: {anyOf: [REJECT, NO_ACTION]}}|{\"/expect/resolution\":\"KEEP_TRACKING\"}",
        "{refund: {amount: \"1.00\", currency: EUR}}|{\"/expect/refund\":\"absent\"}",
        "{dates: {nextReviewBy: 2026-01-01, shipBefore: 2026-01-02}}|"
            + "{\"/expect/dates/nextReviewBy\":\"2026-05-18\",\"/expect/dates/shipBefore\":\"absent\"}",
        "{dates.nextReviewBy: 2026-01-01}|{\"/expect/dates.nextReviewBy\":\"2026-05-18\"}",
        "{actions: [REJECT]}|{\"/expect/actions\":[\"KEEP_TRACKING\",\"NEXT_ORDER_DISCOUNT\"]}",
        "{actions: [{type: NEXT_ORDER_DISCOUNT, percent: 5}]}|"
            + "{\"/expect/actions\":[\"KEEP_TRACKING\",{\"type\":\"NEXT_ORDER_DISCOUNT\",\"percent\":7}]}",
        "{actions: [KEEP_TRACKING, {type: NEXT_ORDER_DISCOUNT, percent: 5}]}|"
            + "{\"/expect/actions/1/percent\":7}",
        "{actions: {contains: [REJECT, {type: NEXT_ORDER_DISCOUNT, percent: 5}]}}|"
            + "{\"/expect/actions/contains\":[{\"type\":\"NEXT_ORDER_DISCOUNT\",\"percent\":7}]}",
        "{actions.contains: [KEEP_TRACKING, REJECT]}|"
            + "{\"/expect/actions.contains\":[\"KEEP_TRACKING\"]}",
        "{actions: {lacks: [KEEP_TRACKING]}}|"
            + "{\"/expect/actions\":[\"KEEP_TRACKING\",\"NEXT_ORDER_DISCOUNT\"]}",
        "{letter.body: {contains: [5% off, your order]}}|"
            + "{\"/expect/letter.body/contains/0\":\"7% off\"}",
        "{letter.body: {contains: [nothing of that]}}|{}",
        "{letter.body: {lacks: [off]}}|{}",
      })
  void eachFormOfExpectationKeepsItsForm(String expect, String changes) throws IOException {
    JsonNode decision =
        MAPPER.readTree(
            """
            {"resolution": "KEEP_TRACKING", "nextOrderDiscountPercent": 7,
             "actions": [{"type": "KEEP_TRACKING", "nextReviewBy": "2026-05-18"},
                         {"type": "NEXT_ORDER_DISCOUNT", "percent": 7}],
             "dates": {"nextReviewBy": "2026-05-18"},
             "letter": {"body": "You get 7% off your order."}}
            """);
    JsonNode expected =
        io.redress.rules.source.YamlEntries.read(
                "a", ("- " + expect).getBytes(StandardCharsets.UTF_8), new ProblemList())
            .get(0)
            .tree();
    var differences =
        new ExpectationReader((a, b, c, d, e) -> {}, OwnTerms.NONE)
            .read(expected, "")
            .differences("", decision);
    assertThat(differences).isNotEmpty();

    Map<String, JsonNode> accepted =
        AcceptedCase.changes(expected, decision, differences, OwnTerms.NONE);

    assertThat(MAPPER.valueToTree(accepted).toString()).isEqualTo(changes);
  }

  private static String text(RuleSetFiles files, String name) {
    return new String(Objects.requireNonNull(files.all().get(name)), StandardCharsets.UTF_8);
  }
}
