package io.redress.lifecycle.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored rule set; only its status and its stage ever change.
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
    String report,
    Stage stage) {
  /** Copies from before rule sets had stages have none. */
  public StoredRuleSet {
    activationBlockers = List.copyOf(activationBlockers);
    stage = Objects.requireNonNullElse(stage, Stage.NEW);
  }

  /** A rule set that is not stored yet. */
  public StoredRuleSet(
      String version,
      String hash,
      RuleSetStatus status,
      Instant createdAt,
      String createdBy,
      String comment,
      @Nullable String parent,
      List<String> activationBlockers,
      String report) {
    this(
        version,
        hash,
        status,
        createdAt,
        createdBy,
        comment,
        parent,
        activationBlockers,
        report,
        Stage.NEW);
  }

  /** Returns this rule set, brought up to date with another one. */
  public StoredRuleSet basedOn(String version) {
    return new StoredRuleSet(
        this.version,
        hash,
        status,
        createdAt,
        createdBy,
        comment,
        parent,
        activationBlockers,
        report,
        new Stage(stage.number(), stage.continuedBy(), stage.archival(), version));
  }

  /** The number by which people call it. */
  @JsonIgnore
  public long number() {
    return stage.number();
  }

  /** Whether it waits to be activated, and nothing blocks that. */
  @JsonIgnore
  public boolean isReady() {
    return status == RuleSetStatus.CANDIDATE && activationBlockers.isEmpty();
  }

  /** Returns this rule set with another status. */
  public StoredRuleSet as(RuleSetStatus other) {
    return new StoredRuleSet(
        version,
        hash,
        other,
        createdAt,
        createdBy,
        comment,
        parent,
        activationBlockers,
        report,
        stage);
  }
}
