package io.redress.domain.dispute;

/** Types of actions; the main action of a decision is its resolution. */
public enum ActionType {
  REQUEST_EVIDENCE,
  REPLACEMENT,
  SEND_PART,
  PARTIAL_REFUND,
  FULL_REFUND,
  RETURN_AND_REFUND,
  KEEP_TRACKING,
  BUYER_ACTION,
  CARRIER_CLAIM,
  SELLER_PROVIDES_DOCUMENTS,
  PAY_DUTY,
  ESCALATE_TO_HUMAN,
  REVIEW,
  NEXT_ORDER_DISCOUNT,
  REJECT,
  NO_ACTION;

  /** Whether a person has to look at the case. */
  public boolean handsOver() {
    return this == ESCALATE_TO_HUMAN || this == REVIEW;
  }

  /** Whether money goes back to the buyer. */
  public boolean refunds() {
    return this == PARTIAL_REFUND || this == FULL_REFUND || this == RETURN_AND_REFUND;
  }
}
