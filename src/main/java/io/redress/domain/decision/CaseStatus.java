package io.redress.domain.decision;

/** Whose turn it is after this decision. */
public enum CaseStatus {
  OPEN,
  WAITING_FOR_BUYER,
  WAITING_FOR_CARRIER,
  RESOLVED
}
