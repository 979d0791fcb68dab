package io.redress.domain.dispute;

/** Types of actions; the main action of a decision is its resolution. */
public enum ActionType {
  REQUEST_EVIDENCE,
  REPLACEMENT,
  PARTIAL_REFUND,
  FULL_REFUND,
  RETURN_AND_REFUND,
  KEEP_TRACKING,
  BUYER_ACTION,
  CARRIER_CLAIM,
  SELLER_PROVIDES_DOCUMENTS,
  ESCALATE_TO_HUMAN,
  NEXT_ORDER_DISCOUNT,
  REJECT,
  NO_ACTION;

  /** Whether money goes back to the buyer. */
  public boolean refunds() {
    return this == PARTIAL_REFUND || this == FULL_REFUND || this == RETURN_AND_REFUND;
  }
}
