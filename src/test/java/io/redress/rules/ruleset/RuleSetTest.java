package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets as programs use them that embed the engine. */
class RuleSetTest {
  private static final Path RULES = Path.of("rules");
  private static final RuleSet LOADED = RuleSet.load(RULES);
  private static final Instant LATE_IN_LONDON = Instant.parse("2014-12-09T20:00:00Z");
  private static final String FACTS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"%s}
      """;

  @Test
  void aFolderIsLoadedAndNamedByItsFiles() {
    assertThat(RuleSet.load(RULES).id()).isEqualTo(LOADED.id());
    assertThat(RuleSet.load(RULES, Path.of("test-cases")).id())
        .isEqualTo(ShippedRules.whole().id())
        .isNotEqualTo(LOADED.id());
  }

  @Test
  void allProblemsOfAFolderAreReportedWithTheirPlaces(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("flow.drl"), "rule \"Unfinished\" when");
    Files.writeString(folder.resolve("prices.csv"), "1");

    InvalidRuleSetException invalid =
        catchThrowableOfType(InvalidRuleSetException.class, () -> RuleSet.load(folder));

    assertThat(invalid.problems()).extracting(RuleProblem::file).contains("flow.drl", "prices.csv");
    assertThat(invalid.getMessage().lines().skip(1))
        .containsExactlyElementsOf(invalid.problems().stream().map(RuleProblem::toString).toList());
  }

  @Test
  void aFolderThatIsNotThereIsAProblem(@TempDir Path folder) {
    InvalidRuleSetException invalid =
        catchThrowableOfType(
            InvalidRuleSetException.class, () -> RuleSet.load(folder.resolve("rulse")));

    assertThat(invalid.problems())
        .extracting(RuleProblem::code)
        .contains(ProblemCode.FOLDER_MISSING);
  }

  @Test
  void factsAreDecidedOnTheDayThatItIsForTheSeller() {
    Decision decision = decided(FACTS.formatted(""));

    assertThat(decision.resolution()).isEqualTo(ActionType.KEEP_TRACKING);
    assertThat(decision.asOf()).isEqualTo(LocalDate.of(2014, 12, 10));
    assertThat(decision.letter()).isNotNull();
  }

  @Test
  void theSameFactsAreDecidedAlikeUnderTheSameId() {
    assertThat(decided(FACTS.formatted(""))).isEqualTo(decided(FACTS.formatted("")));
    assertThat(decided(FACTS.formatted("")).disputeId())
        .isNotEqualTo(decided(FACTS.formatted(", \"asOf\": \"2014-12-10\"")).disputeId());
    assertThat(decided(FACTS.formatted(", \"disputeId\": \"dress-1\"")).disputeId())
        .isEqualTo("dress-1");
  }

  @Test
  void factsAreRefusedForAllTheirProblems() {
    List<FactProblem> problems =
        decide("{\"disputeType\": \"LOST\", \"reason\": 7}")
            .fold(decision -> List.of(), all -> all);

    assertThat(problems).extracting(FactProblem::pointer).contains("/disputeType", "/reason");
    assertThat(problems.get(0)).asString().startsWith(problems.get(0).pointer() + ": ");
  }

  private static Decision decided(String facts) {
    return decide(facts)
        .fold(
            decision -> decision,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static DecideResult decide(String facts) {
    return LOADED.decide(facts.getBytes(StandardCharsets.UTF_8), LATE_IN_LONDON);
  }
}
