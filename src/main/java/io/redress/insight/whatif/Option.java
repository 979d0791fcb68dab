package io.redress.insight.whatif;

import io.redress.domain.decision.Decision;
import java.util.List;

/**
 * Changes that together reach the goal, and of which none can be left out.
 *
 * @param decision the decision after them, without a letter
 * @param why which row then answers, as text
 */
public record Option(List<FactChange> changes, Decision decision, String why) {
  public Option {
    changes = List.copyOf(changes);
  }
}
