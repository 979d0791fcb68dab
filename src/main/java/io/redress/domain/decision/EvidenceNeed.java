package io.redress.domain.decision;

import io.redress.domain.dispute.Evidence;
import java.util.List;

/**
 * What proof the dispute needs before a remedy.
 *
 * @param required whether it is still to come
 * @param types the kinds that prove this complaint; empty when none is needed
 */
public record EvidenceNeed(boolean required, List<Evidence.Type> types) {
  public EvidenceNeed {
    types = List.copyOf(types);
  }
}
