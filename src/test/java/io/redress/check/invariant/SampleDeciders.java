package io.redress.check.invariant;

import io.redress.check.expectation.Decisions;
import io.redress.domain.RecordOf;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** Deciders with and without violations of laws. */
final class SampleDeciders {
  private SampleDeciders() {}

  /** Always refunds seven of twenty pieces; the letter contains the buyer's name. */
  static Decision steady(Dispute dispute) {
    String buyer = Objects.requireNonNullElse(dispute.buyer().name(), "buyer");
    return Decisions.refunding(dispute).with(new Letter(Locale.ENGLISH, "Refund", buyer));
  }

  static Decision refusingRepeatedClaims(Dispute dispute) {
    Integer claims = dispute.buyer().claimsLast90Days();
    return claims != null && claims >= 2
        ? answer(dispute, ActionType.REJECT, "REPEAT_CLAIMS", null)
        : steady(dispute);
  }

  static Decision knowingTheBuyer(Dispute dispute) {
    return "Li".equals(dispute.buyer().name())
        ? answer(dispute, ActionType.PARTIAL_REFUND, "FRIEND", steady(dispute).refund())
        : steady(dispute);
  }

  /** Refunds more than the price of 80.00. */
  static Decision overpaying(Dispute dispute) {
    var refund =
        new Refund(
            new BigDecimal("80.01"),
            Currency.getInstance("USD"),
            new BigDecimal("100"),
            Refund.ShippingFee.NOT_REQUIRED,
            null,
            null);
    return answer(dispute, ActionType.FULL_REFUND, "DEFECT_PROVEN", refund);
  }

  private static Decision answer(
      Dispute dispute, ActionType resolution, String reasonCode, Refund refund) {
    Decision paid = steady(dispute);
    return RecordOf.copy(paid)
        .with("resolution", resolution)
        .with("reasonCode", reasonCode)
        .with("refund", refund)
        .with("replacementQuantity", null)
        .build();
  }
}
