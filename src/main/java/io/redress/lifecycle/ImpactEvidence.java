package io.redress.lifecycle;

import io.redress.check.gate.Measurements;

/** What is known about the impact of candidates; known where decisions are. */
public interface ImpactEvidence {

  /**
   * @param candidate its version
   */
  Measurements of(String candidate);
}
