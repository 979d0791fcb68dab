package io.redress.domain.decision;

import io.redress.domain.dispute.Evidence;
import java.util.List;

/**
 * The proof that the dispute needs before a remedy.
 *
 * @param required whether it is still outstanding
 * @param types the kinds that prove this complaint; empty when none is needed
 */
public record EvidenceNeed(boolean required, List<Evidence.Type> types) {
  public EvidenceNeed {
    types = List.copyOf(types);
  }
}
