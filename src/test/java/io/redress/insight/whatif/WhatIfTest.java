package io.redress.insight.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would change decisions of the shipped rules. */
class WhatIfTest {
  private static final RuleSet RULES = ShippedRules.whole();
  private static final Duration LONG = Duration.ofMinutes(1);

  /** What is left of a parcel that is on its way. */
  private static final Set<String> CAN_HAPPEN =
      Set.of(
          "/shipment/carrierInvestigation",
          "/shipment/trackingStatus",
          "/shipment/proofOfDelivery",
          "/replacementAvailable",
          "/desiredOutcome",
          "/evidence/types",
          "/asOf");

  private static final String DRESS =
      """
      {"disputeId": "dress", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "order": {"orderedOn": "2014-11-20", "quantity": 1, "unitPrice": "30.00", "currency": "USD"},
       "shipment": {"shippedOn": "2014-11-25", "latestDeliveryOn": "2014-12-15", "trackingStatus": "IN_TRANSIT"}}
      """;
  private static final String ATOMIZERS =
      """
      {"disputeId": "atomizers", "asOf": "2015-02-14", "disputeType": "NOT_AS_DESCRIBED",
       "reason": "DEFECTIVE", "order": {"orderedOn": "2015-02-05", "quantity": 20},
       "shipment": {"shippedOn": "2015-02-09"},
       "problem": {"reportedOn": "2015-02-13", "defectiveQuantity": 7}}
      """;

  private static WhatIfAnswer ask(String facts, @Nullable String goal, Duration time) {
    Dispute dispute =
        DisputeReader.read(facts.getBytes(StandardCharsets.UTF_8), country -> LocalDate.MAX)
            .fold(
                read -> read,
                problems -> {
                  throw new AssertionError(problems);
                });
    return WhatIf.ask(RULES, dispute, goal == null ? null : goal(goal), Locale.UK, time);
  }

  private static Goal goal(String json) {
    List<FactProblem> problems = new ArrayList<>();
    Goal goal = read(json, problems);
    assertThat(problems).isEmpty();
    return goal;
  }

  private static Goal read(String json, List<FactProblem> problems) {
    return Goal.read(
        DisputeReader.sent(json.getBytes(StandardCharsets.UTF_8)),
        RULES.tables().terms().own(),
        problems);
  }

  private static List<String> written(Option option) {
    return option.changes().stream()
        .map(change -> change.pointer() + " " + change.to() + " by " + change.by())
        .toList();
  }

  @Test
  void videoOfTheAtomizersLeadsToTheirReplacement() {
    WhatIfAnswer answer = ask(ATOMIZERS, "{\"resolution\": \"REPLACEMENT\"}", LONG);

    assertThat(answer.resolution()).isEqualTo(ActionType.REQUEST_EVIDENCE);
    assertThat(answer.reached()).isFalse();
    assertThat(written(answer.options().get(0)))
        .containsExactly("/evidence/types [\"VIDEO\"] by BUYER");
    Decision then = answer.options().get(0).decision();
    assertThat(then.resolution()).isEqualTo(ActionType.REPLACEMENT);
    assertThat(then.replacementQuantity()).isEqualTo(7);
    assertThat(then.reasonCode()).isEqualTo("SPRING_FESTIVAL");
    assertThat(answer.options().get(0).why()).startsWith("Table faulty then answers by row");
    assertThat(answer.complete()).isTrue();
    assertThat(answer.sentence()).isEqualTo("1 way to reach the goal.");
    assertThat(answer.hangsOn())
        .extracting(Dependence::pointer)
        .contains("/reason", "/problem/defectiveQuantity", "/evidence/types")
        .doesNotContain("/shipment/shippedOn");
    assertThat(answer.stable()).contains("/shipment/shippedOn", "/order/quantity");
  }

  @Test
  void refundOfTheDressNeedsALossOrTime() {
    WhatIfAnswer answer = ask(DRESS, "{\"resolution\": \"FULL_REFUND\"}", LONG);

    assertThat(answer.options()).hasSizeBetween(2, Search.MAX_OPTIONS);
    assertThat(written(answer.options().get(0)))
        .containsExactly("/shipment/carrierInvestigation \"LOST\" by CARRIER");
    assertThat(answer.options())
        .allSatisfy(
            option ->
                assertThat(option.changes())
                    .allSatisfy(change -> assertThat(CAN_HAPPEN).contains(change.pointer())));
    FactChange wait =
        answer.options().stream()
            .filter(option -> option.changes().size() == 1)
            .map(option -> option.changes().get(0))
            .filter(change -> change.by() == Actor.TIME)
            .findFirst()
            .orElseThrow();
    LocalDate day = LocalDate.parse(wait.to().textValue());
    assertThat(ask(DRESS.replace("2014-12-20", day.toString()), null, LONG).resolution())
        .isEqualTo(ActionType.FULL_REFUND);
    assertThat(
            ask(DRESS.replace("2014-12-20", day.minusDays(1).toString()), null, LONG).resolution())
        .isEqualTo(ActionType.KEEP_TRACKING);
  }

  @Test
  void goalThatIsReachedNeedsNothing() {
    WhatIfAnswer answer = ask(DRESS, "{\"nextOrderDiscountPercent\": \">= 5\"}", LONG);
    assertThat(answer.reached()).isTrue();
    assertThat(answer.options()).isEmpty();
    assertThat(answer.sentence()).isEqualTo("The goal is reached already: nothing has to change.");
  }

  @Test
  void withoutTimeTheAnswerSaysThatItIsIncomplete() {
    WhatIfAnswer answer = ask(DRESS, "{\"resolution\": \"SEND_PART\"}", Duration.ZERO);
    assertThat(answer.complete()).isFalse();
    assertThat(answer.options()).isEmpty();
    assertThat(answer.stable()).isEmpty();
    assertThat(answer.sentence()).startsWith("The search ended at its limit, with 0 ways");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"resolution\": \"REFUND\"} | /goal/resolution | REFUND is not allowed here.",
        "{\"resolutoin\": \"NO_ACTION\"} | /goal/resolutoin | Resolutoin is not a known name",
        "{} | /goal | The expectation is empty.",
        "{\"letter.body.contains\": \"x\"} | /goal/letter.body.contains | A goal cannot name"
      })
  void goalsThatCannotBe(String json, String pointer, String message) {
    List<FactProblem> problems = new ArrayList<>();
    read(json, problems);
    assertThat(problems.get(0).pointer()).isEqualTo(pointer);
    assertThat(problems.get(0).message().toString()).startsWith(message);
  }
}
