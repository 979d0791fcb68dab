package io.redress.insight.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.dispute.Dispute;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a decision.
 *
 * @param unpriced whether there is a refund of an unknown amount
 * @param essence all that is decided; equal for equal decisions
 * @param row the row of a table that gave the resolution; null where none did, and of recorded
 *     answers
 */
record Verdict(
    String resolution,
    String reasonCode,
    Cost cost,
    boolean unpriced,
    Object essence,
    RuleSource.@Nullable TableRow row) {
  private static final List<String> MEMBERS =
      List.of(
          "actions",
          "reasonCode",
          "nextOrderDiscountPercent",
          "refund",
          "replacementQuantity",
          "goods",
          "custom",
          "evidence",
          "dates",
          "returnFeePaidBy",
          "reshipFeePaidBy",
          "caseStatus");

  /**
   * @param asRecorded whether it is compared with recorded answers
   */
  static Verdict of(
      Decision decision, Dispute dispute, BigDecimal redemptionRate, boolean asRecorded) {
    Refund refund = decision.refund();
    return new Verdict(
        decision.resolution().name(),
        decision.reasonCode(),
        Cost.of(
            dispute,
            refund == null ? null : refund.amount(),
            refund != null && refund.shippingFee() == Refund.ShippingFee.REFUNDED,
            refund != null && refund.duty() != null,
            decision.nextOrderDiscountPercent(),
            redemptionRate),
        refund != null && refund.amount() == null,
        asRecorded ? members(DecisionJson.read(DecisionJson.write(decision))) : decision.essence(),
        row(decision));
  }

  /** Of an answer that was recorded. */
  static Verdict recorded(JsonNode answer, Dispute dispute, BigDecimal redemptionRate) {
    JsonNode refund = answer.path("refund");
    JsonNode amount = refund.path("amount");
    return new Verdict(
        answer.path("resolution").asText(),
        answer.path("reasonCode").asText(),
        Cost.of(
            dispute,
            amount.isTextual() ? new BigDecimal(amount.textValue()) : null,
            refund.path("shippingFee").asText().equals(Refund.ShippingFee.REFUNDED.name()),
            refund.hasNonNull("duty"),
            answer.path("nextOrderDiscountPercent").decimalValue(),
            redemptionRate),
        refund.isObject() && !amount.isTextual(),
        members(answer),
        null);
  }

  private static List<JsonNode> members(JsonNode answer) {
    return MEMBERS.stream().map(answer::path).toList();
  }

  private static RuleSource.@Nullable TableRow row(Decision decision) {
    RuleSource.TableRow last = null;
    for (TraceEntry entry : decision.trace()) {
      if (entry.effect().containsKey("resolution")
          && entry.source() instanceof RuleSource.TableRow row) {
        last = row;
      }
    }
    return last;
  }
}
