package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the shipped rules contribute. */
class TraceTest {
  private static final RuleSet RULES = RuleSet.load(Path.of("rules"));

  private static final String DRESS =
      "disputeType: NOT_RECEIVED, reason: IN_TRANSIT, delayCause: PEAK_SEASON, asOf: 2014-12-10, ";

  @Test
  void onlyRowsThatContributeAreTraced() {
    Decision dress = RULES.decide(Answered.dispute(DRESS));
    List<String> sheets = dress.trace().stream().map(entry -> entry.source().rule()).toList();
    assertThat(sheets)
        .allMatch(rule -> rule.matches("(situation|moving|dates|goodwill) row \\d+"))
        .hasSize(4);
    assertThat(effects(dress))
        .containsEntry("nextOrderDiscountPercent", BigDecimal.valueOf(5))
        .containsEntry("resolution", "KEEP_TRACKING")
        .containsEntry("reasonCode", "PEAK_SEASON")
        .doesNotContainKeys("maximumDiscountPercent", "buyerRegion", "signatureExpected");
    assertThat(dress.fired()).hasSizeGreaterThan(dress.trace().size());
    assertThat(dress.withFullTrace().trace()).isEqualTo(dress.fired());
  }

  @Test
  void capsAreTracedOnlyWhenTheyBind() {
    String late =
        "disputeType: NOT_RECEIVED, reason: IN_TRANSIT, asOf: 2026-06-02,"
            + " shipment: {latestDeliveryOn: 2026-05-20, trackingStatus: IN_TRANSIT}, ";
    Decision capped = RULES.decide(Answered.dispute(late + "buyer: {claimsLast90Days: 9}"));
    Decision free = RULES.decide(Answered.dispute(late + "buyer: {claimsLast90Days: 0}"));
    assertThat(capped.nextOrderDiscountPercent()).isLessThan(free.nextOrderDiscountPercent());
    assertThat(effects(capped)).containsKey("maximumDiscountPercent");
    assertThat(effects(free)).doesNotContainKey("maximumDiscountPercent");
  }

  @Test
  void eachMemberOfTheDecisionIsTheEffectOfOneRule() {
    for (Dispute dispute : List.of(Answered.dispute(DRESS), Answered.dispute("asOf: 2026-06-02"))) {
      Decision decision = RULES.decide(dispute);
      for (String member : Set.of("resolution", "reasonCode")) {
        assertThat(decision.trace().stream().filter(entry -> entry.effect().containsKey(member)))
            .as(member)
            .hasSize(1);
      }
      assertThat(effects(decision))
          .containsEntry("resolution", decision.resolution().name())
          .containsEntry("reasonCode", decision.reasonCode());
    }
  }

  @Test
  void answersThatChooseARowOfAnotherTableContribute() {
    Decision decision =
        RULES.decide(
            Answered.dispute(
                "asOf: 2026-06-02, order: {quantity: 1, unitPrice: '500', currency: USD},"
                    + " shipment: {deliveredOn: 2026-05-25}, problem: {defectiveQuantity: 1},"
                    + " evidence: {types: [VIDEO]}, desiredOutcome: REFUND"));
    assertThat(effects(decision)).containsEntry("valueBand", "HIGH");
  }

  private static Map<String, Object> effects(Decision decision) {
    Map<String, Object> effects = new TreeMap<>();
    decision.trace().stream().map(TraceEntry::effect).forEach(effects::putAll);
    return effects;
  }
}
