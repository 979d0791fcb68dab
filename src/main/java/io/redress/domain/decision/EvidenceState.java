package io.redress.domain.decision;

/** How far the proof that a complaint needs has come. */
public enum EvidenceState {
  NOT_NEEDED,
  MISSING,
  INCONCLUSIVE,
  PROVEN
}
