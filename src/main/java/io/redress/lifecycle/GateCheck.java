package io.redress.lifecycle;

import io.redress.check.gate.GateReview;
import io.redress.platform.phrase.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gates of the active rule set say when a caller wants to activate a candidate.
 *
 * @param active version of the active rule set
 * @param review null when the active rule set has no gates that can be read
 * @param reasons why the caller cannot activate it, each with what to do; empty if the caller can
 */
public record GateCheck(String active, @Nullable GateReview review, List<Phrase> reasons) {
  public GateCheck {
    reasons = List.copyOf(reasons);
  }

  public boolean passed() {
    return reasons.isEmpty();
  }

  List<ActivationObjection> objections() {
    return reasons.stream().<ActivationObjection>map(ActivationObjection.GateNotMet::new).toList();
  }

  /** What the audit log tells of an activation that passed. */
  Map<String, Object> details() {
    Map<String, Object> details = new TreeMap<>();
    Optional.ofNullable(review)
        .ifPresent(
            passed -> {
              Optional.ofNullable(passed.run())
                  .ifPresent(run -> details.put("impactRun", run.id()));
              if (!passed.exceeded().isEmpty()) {
                details.put("gatesExceeded", passed.exceeded());
              }
              if (passed.changesGates()) {
                details.put("gatesChanged", true);
              }
            });
    return details;
  }
}
