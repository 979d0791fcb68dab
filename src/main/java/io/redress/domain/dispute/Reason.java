package io.redress.domain.dispute;

/** Why the buyer complains; each reason belongs to one dispute type. */
public enum Reason {
  IN_TRANSIT(DisputeType.NOT_RECEIVED),
  LOST(DisputeType.NOT_RECEIVED),
  TRACKING_NOT_FOUND(DisputeType.NOT_RECEIVED),
  CUSTOMS_DETAINED(DisputeType.NOT_RECEIVED),
  DELIVERED_NOT_RECEIVED(DisputeType.NOT_RECEIVED),
  RETURNED_TO_SENDER(DisputeType.NOT_RECEIVED),
  WRONG_ADDRESS(DisputeType.NOT_RECEIVED),
  DELIVERY_REFUSED(DisputeType.NOT_RECEIVED),
  NOT_SHIPPED(DisputeType.NOT_RECEIVED),
  INCOMPLETE_ORDER(DisputeType.NOT_RECEIVED),
  ARRIVED_LATE(DisputeType.NOT_RECEIVED),
  DAMAGED(DisputeType.NOT_AS_DESCRIBED),
  DEFECTIVE(DisputeType.NOT_AS_DESCRIBED),
  WRONG_ITEM(DisputeType.NOT_AS_DESCRIBED),
  WRONG_SIZE(DisputeType.NOT_AS_DESCRIBED),
  WRONG_COLOR(DisputeType.NOT_AS_DESCRIBED),
  MISSING_PARTS(DisputeType.NOT_AS_DESCRIBED),
  SHORT_SHIPMENT(DisputeType.NOT_AS_DESCRIBED),
  EMPTY_BOX(DisputeType.NOT_AS_DESCRIBED),
  COUNTERFEIT(DisputeType.NOT_AS_DESCRIBED),
  NOT_AS_DESCRIBED(DisputeType.NOT_AS_DESCRIBED),
  CHANGED_MIND(DisputeType.NOT_AS_DESCRIBED);

  private final DisputeType disputeType;

  Reason(DisputeType disputeType) {
    this.disputeType = disputeType;
  }

  public DisputeType disputeType() {
    return disputeType;
  }
}
