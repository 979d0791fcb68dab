package io.redress.domain.decision;

/** State of the proof that a complaint needs. */
public enum EvidenceState {
  NOT_NEEDED,
  MISSING,
  INCONCLUSIVE,
  PROVEN
}
