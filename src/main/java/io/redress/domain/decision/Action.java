package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action of a decision, with the fields of its type. */
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
   * @param quantity pieces; absent when the number is unknown
   * @param shipBefore the last day for shipping them
   */
  record Replacement(@Nullable Integer quantity, @Nullable LocalDate shipBefore) implements Action {
    @Override
    public ActionType type() {
      return ActionType.REPLACEMENT;
    }
  }

  /**
   * A part is sent.
   *
   * @param part in the buyer's words; absent when the buyer named none
   * @param place JSON pointer of the part among the facts; the journal keeps it for the part, which
   *     is personal data
   */
  record SendPart(
      @Nullable String part, @Nullable Integer quantity, @JsonIgnore @Nullable String place)
      implements Action {
    @Override
    public ActionType type() {
      return ActionType.SEND_PART;
    }
  }

  /** Money is refunded to the buyer; {@code type} is one of the three refunding types. */
  record Refunding(ActionType type, @JsonUnwrapped Refund refund) implements Action {
    public Refunding {
      if (!type.refunds()) {
        throw new IllegalArgumentException(type + " is not a refund");
      }
    }
  }

  /** The seller keeps tracking the parcel. */
  record KeepTracking(@Nullable LocalDate nextReviewBy) implements Action {
    @Override
    public ActionType type() {
      return ActionType.KEEP_TRACKING;
    }
  }

  /**
   * The buyer must act.
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
   * A person decides.
   *
   * @param why a code, e.g. {@code REPEAT_CLAIMS}
   * @param by the day by which; a working day of the seller
   */
  record EscalateToHuman(String why, @Nullable LocalDate by) implements Action {
    @Override
    public ActionType type() {
      return ActionType.ESCALATE_TO_HUMAN;
    }
  }

  /**
   * A person reviews the decision, which stays until then.
   *
   * @param why a code, e.g. {@code HIGH_VALUE}
   * @param by the day by which; a working day of the seller
   */
  record Review(String why, @Nullable LocalDate by) implements Action {
    @Override
    public ActionType type() {
      return ActionType.REVIEW;
    }
  }

  /**
   * The claim is rejected.
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

  /** An action without further fields. */
  record Plain(ActionType type) implements Action {}
}
