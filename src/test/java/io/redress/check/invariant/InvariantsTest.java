package io.redress.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvariantsTest {
  private static final Invariants.Effort EFFORT = new Invariants.Effort(400, Duration.ofMinutes(1));
  private static final String ANSWER =
      "change: {buyer.claimsLast90Days: more}\n  neverFalls: answer";
  private static final String COMPENSATION =
      "change: {buyer.claimsLast90Days: [0, 3]}\n  neverFalls: compensation";
  private static final String NAME = "change: {buyer.name: [absent, Li, Wu]}\n  mayDiffer: ";

  private final List<RuleProblem> problems = new ArrayList<>();

  private Invariants law(String assertion) {
    String yaml = "- id: one\n  law: One.\n  " + assertion + "\n";
    return Invariants.read(
        Map.of(RuleSetFiles.INVARIANTS, yaml.getBytes(StandardCharsets.UTF_8)), problems);
  }

  private InvariantReport check(String assertion, Function<Dispute, Decision> decide) {
    Invariants law = law(assertion);
    assertThat(problems).isEmpty();
    return law.check(decide, Tables.read(Map.of(), problems), List.of(atomizers()), EFFORT);
  }

  private static Dispute atomizers() {
    String json =
        """
        {"asOf": "2015-02-15", "disputeType": "NOT_AS_DESCRIBED", "reason": "DEFECTIVE",
         "order": {"quantity": 20, "unitPrice": "4.00", "currency": "USD"}}
        """;
    return DisputeReader.read(
            json.getBytes(StandardCharsets.UTF_8), country -> LocalDate.of(2015, 2, 15))
        .fold(
            dispute -> dispute,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  @Test
  void oneOfSeveralExceptionsIsEnough() {
    String wrong = "then: {resolution: REJECT}\n  unless: ";
    assertThat(check(wrong + "[{facts: {reason: LOST}}]", SampleDeciders::steady).violations())
        .hasSize(1);
    assertThat(
            check(
                    wrong + "[{facts: {reason: LOST}}, {decision: {resolution: PARTIAL_REFUND}}]",
                    SampleDeciders::steady)
                .violations())
        .isEmpty();
    law("unless: [{facts: {reason: LOST}}, {fact: {}}, 5]\n  then: {refund: absent}");
    assertThat(problems)
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.UNKNOWN_NAME, ProblemCode.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "then: {resolution: PARTIAL_REFUND}",
        "never: {resolution: REJECT}",
        "check: refund-within-price",
        ANSWER,
        COMPENSATION,
        NAME + "[letter, assessment]",
      })
  void lawThatHoldsHasNoViolation(String assertion) {
    InvariantReport report = check(assertion, SampleDeciders::steady);

    assertThat(report.violations()).isEmpty();
    assertThat(report.notes()).isEmpty();
    assertThat(report.decisions()).isGreaterThanOrEqualTo(EFFORT.decisions());
  }

  private String violation(String assertion, Function<Dispute, Decision> decide) {
    List<InvariantReport.Violation> violations = check(assertion, decide).violations();
    assertThat(violations).hasSize(1);
    return violations.get(0).toString();
  }

  @Test
  void thenIsViolatedByOtherValue() {
    assertThat(violation("then: {nextOrderDiscountPercent: 0}", SampleDeciders::steady))
        .startsWith("invariants.yaml:1: one is violated. One. But nextOrderDiscountPercent: ")
        .contains("expected 0, was 5. Facts: {");
  }

  @Test
  void neverIsViolatedByForbiddenDecision() {
    assertThat(
            violation(
                "when: {facts: {reason: DEFECTIVE}}\n  never: {resolution: PARTIAL_REFUND}",
                SampleDeciders::steady))
        .contains("But never {resolution PARTIAL_REFUND}, was PARTIAL_REFUND of 35% and 5% off.");
  }

  @Test
  void refundAbovePriceIsAViolation() {
    assertThat(violation("check: refund-within-price", SampleDeciders::overpaying))
        .contains("But refund.amount: at most 80.00, was 80.01.");
  }

  @Test
  void neverFallsReportsFactValuesAndBothOutcomes() {
    assertThat(violation(ANSWER, SampleDeciders::refusingRepeatedClaims))
        .contains(
            "But buyer.claimsLast90Days 1, then 2: "
                + "PARTIAL_REFUND of 35% and 5% off, then REJECT and 5% off.");
  }

  @Test
  void lowerCompensationIsAViolation() {
    assertThat(violation(COMPENSATION, SampleDeciders::refusingRepeatedClaims))
        .contains("buyer.claimsLast90Days 0, then 3: PARTIAL_REFUND of 35%");
  }

  @Test
  void mayDifferReportsOtherChanges() {
    assertThat(violation(NAME + "letter", SampleDeciders::knowingTheBuyer))
        .contains("But buyer.name absent, then Li: reasonCode is \"DEFECT_PROVEN\", then");
  }

  @Test
  void counterexampleIsShrunk() {
    assertThat(
            check(ANSWER, SampleDeciders::refusingRepeatedClaims)
                .violations()
                .get(0)
                .facts()
                .get(0)
                .names())
        .containsExactlyInAnyOrder("asOf", "disputeType", "reason", "buyer.claimsLast90Days");
  }

  @Test
  void counterexamplesAreValidRequests() {
    var violation = check(ANSWER, SampleDeciders::refusingRepeatedClaims).violations().get(0);

    assertThat(violation.facts())
        .extracting(facts -> facts.value("buyer.claimsLast90Days").asInt())
        .containsExactly(1, 2);
    assertThat(violation.facts())
        .allSatisfy(facts -> assertThat(facts.problems("", CustomFacts.NONE)).isEmpty());
    assertThat(violation.problem().code()).isEqualTo(ProblemCode.LAW_BROKEN);
    assertThat(violation.problem().suggestion()).startsWith("Correct the table");
  }

  @Test
  void lawDoesNotApplyWhereUnlessMatches() {
    assertThat(
            check(
                    "unless: {decision: {refund.currency: USD}}\n  then: {resolution: REJECT}",
                    SampleDeciders::steady)
                .violations())
        .isEmpty();
  }

  @Test
  void lawThatNeverAppliesIsReported() {
    assertThat(
            check(
                    "when: {decision: {resolution: REJECT}}\n  then: {refund: absent}",
                    SampleDeciders::steady)
                .notes())
        .containsExactly(
            "invariants.yaml:1: one was never checked: it applied to none of the facts. Add a"
                + " test case to which it applies.");
  }

  @Test
  void failureOnPossibleFactsIsAViolation() {
    assertThat(
            violation(
                "never: {resolution: REJECT}",
                dispute -> {
                  throw new ArithmeticException("/ by zero");
                }))
        .contains("every-dispute-is-decided is violated", "/ by zero");
  }

  @Test
  void reportSaysIfTimeRanOut() {
    InvariantReport report =
        law("never: {resolution: REJECT}")
            .check(
                SampleDeciders::steady,
                Tables.read(Map.of(), problems),
                List.of(),
                new Invariants.Effort(400, Duration.ZERO));

    assertThat(report.notes().get(0)).contains("instead of 400: time ran out.");
  }

  @Test
  void factsAreTheSameEachTime() {
    assertThat(check(ANSWER, SampleDeciders::refusingRepeatedClaims))
        .isEqualTo(check(ANSWER, SampleDeciders::refusingRepeatedClaims));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "then: {resolutoin: REJECT} | 3 | Did you mean resolution?",
        "whenn: {} | 1 | the law asserts nothing.",
        "whenn: {} | 3 | whenn is unknown in a law. Did you mean when?",
        "never: {resolution: REJEKT} | 3 | Did you mean REJECT?",
        "when: {fact: {}} | 3 | fact is unknown in when. Did you mean facts?",
        "when: {facts: {buyer.nam: x}} | 3 | Did you mean name?",
        "check: price | 3 | Use refund-within-price.",
        "mayDiffer: letter | 1 | the law does not change one fact.",
        "neverFalls: luck | 3 | Use one of compensation, answer.",
        "change: {daysLate: more} | 3 | no fact is called daysLate.",
        "change: {asOf: [absent, 2026-05-11]} | 3 | the day of the decision cannot be absent.",
        "change: {buyer.claimsLast90Days: [1, two]} | 3 | two is not a valid"
            + " buyer.claimsLast90Days",
        "change: {buyer.name: more} | 3 | buyer.name cannot change to more.",
      })
  void problemsAreReportedByLine(String assertion, int line, String message) {
    law(assertion.startsWith("change") ? assertion + "\n  neverFalls: answer" : assertion);

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.toString()).contains(message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- no law | 1 | NOT_A_LAW",
        "- id: two\\n  law: Two.\\n  then: {resolution: REJECT}\\n  check: x | 4 | TWO_DEMANDS",
        "- id: none\\n  law: None.\\n  change: {asOf: more}\\n  never: {resolution: REJECT} | 3 |"
            + " CHANGE_UNUSED",
      })
  void invalidLawsAreRefusedByLine(String yaml, int line, ProblemCode code) {
    byte[] bytes = yaml.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    Invariants.read(Map.of(RuleSetFiles.INVARIANTS, bytes), problems);

    assertThat(problems)
        .extracting(RuleProblem::line, RuleProblem::code)
        .contains(tuple(line, code));
  }
}
