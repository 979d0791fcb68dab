package io.redress.decision;

/** Whose turn it is after this decision. */
public enum CaseStatus {
  OPEN,
  WAITING_FOR_BUYER,
  WAITING_FOR_CARRIER,
  RESOLVED
}
