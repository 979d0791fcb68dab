package io.redress.lifecycle.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored rule set; only its status ever changes.
 *
 * @param parent version of the rule set from which it was changed; null if none
 * @param activationBlockers why it cannot be activated; empty if it can
 * @param report the {@code AdmissionReport} as JSON
 */
public record StoredRuleSet(
    String version,
    String hash,
    RuleSetStatus status,
    Instant createdAt,
    String createdBy,
    String comment,
    @Nullable String parent,
    @JsonAlias("hindrances") List<String> activationBlockers,
    String report) {
  public StoredRuleSet {
    activationBlockers = List.copyOf(activationBlockers);
  }

  /** Returns this rule set with another status. */
  public StoredRuleSet as(RuleSetStatus other) {
    return new StoredRuleSet(
        version, hash, other, createdAt, createdBy, comment, parent, activationBlockers, report);
  }
}
