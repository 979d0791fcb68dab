package io.redress.domain.decision;

/** Status of the case after the decision: who acts next. */
public enum CaseStatus {
  OPEN,
  WAITING_FOR_BUYER,
  WAITING_FOR_CARRIER,
  RESOLVED
}
