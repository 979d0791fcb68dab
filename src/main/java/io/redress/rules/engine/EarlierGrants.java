package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Grant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The remedies that the buyer has already, so that none of them is granted twice. */
final class EarlierGrants {
  /** The reason code of a decision that would only repeat an earlier remedy. */
  static final String CODE = "ALREADY_GRANTED";

  /** After two weeks, a person has to look whether a promise was kept. */
  private static final int FRESH_DAYS = 14;

  private static final Set<ActionType> REMEDIES =
      EnumSet.of(
          ActionType.REPLACEMENT,
          ActionType.SEND_PART,
          ActionType.PARTIAL_REFUND,
          ActionType.FULL_REFUND,
          ActionType.RETURN_AND_REFUND,
          ActionType.NEXT_ORDER_DISCOUNT);

  private final Assessment assessment;
  private final Set<ActionType> types;

  EarlierGrants(Assessment assessment) {
    this.assessment = assessment;
    this.types = assessment.grantedTypes();
  }

  /** Whether the remedy would only repeat what the buyer has. */
  boolean has(ActionType remedy, Outcomes outcomes) {
    return switch (remedy) {
      case PARTIAL_REFUND, FULL_REFUND, RETURN_AND_REFUND -> nothingLeft(remedy, outcomes);
      case REPLACEMENT -> types.contains(remedy) || allRefunded() || piecesRefunded();
      case SEND_PART -> types.contains(remedy) || allRefunded();
      default -> remedy == ActionType.NEXT_ORDER_DISCOUNT && types.contains(remedy);
    };
  }

  private boolean nothingLeft(ActionType remedy, Outcomes outcomes) {
    if (types.stream().noneMatch(ActionType::refunds)) {
      return false;
    }
    Refund refund = RefundCalculation.of(assessment, remedy, outcomes, new ArrayList<>());
    return assessment.alreadyGranted() == null || refund.amount() == null
        ? types.contains(remedy) || allRefunded()
        : refund.amount().signum() == 0;
  }

  /** A return of some pieces is not one of all; without amounts, it is taken as one. */
  private boolean allRefunded() {
    BigDecimal percent = assessment.refundedPercent();
    return types.contains(ActionType.FULL_REFUND)
        || types.contains(ActionType.RETURN_AND_REFUND) && percent == null
        || covers(assessment.paidAmount());
  }

  /** Whether what was paid back is the price of the pieces concerned. */
  private boolean piecesRefunded() {
    return covers(assessment.affectedValue())
        || types.contains(ActionType.RETURN_AND_REFUND) && assessment.affectedValue() == null;
  }

  private boolean covers(@Nullable BigDecimal value) {
    BigDecimal granted = assessment.alreadyGranted();
    return granted != null && value != null && granted.compareTo(value) >= 0;
  }

  /** Whether the last remedy was promised a short while ago, or on an unknown day. */
  boolean promiseIsFresh() {
    Grant.Status status = assessment.lastGrantedStatus();
    return (status == null || status == Grant.Status.PROMISED)
        && Objects.requireNonNullElse(assessment.daysSinceGranted(), 0) <= FRESH_DAYS;
  }

  /** Removes the chosen remedies, and what goes with them; what is to be disposed of stays so. */
  static void withdraw(Outcomes outcomes) {
    REMEDIES.forEach(outcomes::remove);
    outcomes.set(Outcomes.RETURN_FEE, null);
    outcomes.set(Outcomes.RESHIP_FEE, null);
    if (outcomes.goods() != Goods.DISPOSE) {
      outcomes.set(Outcomes.GOODS, null);
    }
  }
}
