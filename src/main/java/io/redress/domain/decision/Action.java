package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.domain.dispute.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is to be done, with what has to be known to do it. */
@JsonPropertyOrder("type")
public sealed interface Action {

  @JsonProperty
  ActionType type();

  /** The buyer is asked for proof. */
  record RequestEvidence(List<Evidence.Type> types) implements Action {
    public RequestEvidence {
      types = List.copyOf(types);
    }

    @Override
    public ActionType type() {
      return ActionType.REQUEST_EVIDENCE;
    }
  }

  /**
   * Pieces are sent again.
   *
   * @param quantity pieces; absent where nobody knows how many are concerned
   * @param shipBefore the last day for shipping them
   */
  record Replacement(@Nullable Integer quantity, @Nullable LocalDate shipBefore) implements Action {
    @Override
    public ActionType type() {
      return ActionType.REPLACEMENT;
    }
  }

  /** Money goes back to the buyer, in one of the three forms that {@code type} names. */
  record Refunding(ActionType type, @JsonUnwrapped Refund refund) implements Action {
    public Refunding {
      if (!type.refunds()) {
        throw new IllegalArgumentException(type + " refunds nothing");
      }
    }
  }

  /** The parcel is watched further. */
  record KeepTracking(@Nullable LocalDate nextReviewBy) implements Action {
    @Override
    public ActionType type() {
      return ActionType.KEEP_TRACKING;
    }
  }

  /**
   * The buyer has something to do.
   *
   * @param what a code, e.g. {@code PAY_IMPORT_DUTY}
   */
  record BuyerAction(String what) implements Action {
    @Override
    public ActionType type() {
      return ActionType.BUYER_ACTION;
    }
  }

  /**
   * A person decides, or looks at what was decided.
   *
   * @param why a code, e.g. {@code REPEAT_CLAIMS}
   */
  record EscalateToHuman(String why) implements Action {
    @Override
    public ActionType type() {
      return ActionType.ESCALATE_TO_HUMAN;
    }
  }

  /**
   * A courteous no.
   *
   * @param why a code, e.g. {@code CLAIM_TOO_LATE}
   */
  record Reject(String why) implements Action {
    @Override
    public ActionType type() {
      return ActionType.REJECT;
    }
  }

  /** The next order is cheaper by {@code percent}, above 0 and at most 100. */
  record NextOrderDiscount(BigDecimal percent) implements Action {
    @Override
    public ActionType type() {
      return ActionType.NEXT_ORDER_DISCOUNT;
    }
  }

  /** An action that its type says all of. */
  record Plain(ActionType type) implements Action {}
}
