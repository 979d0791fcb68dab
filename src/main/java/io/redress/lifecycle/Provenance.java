package io.redress.lifecycle;

import io.redress.check.admission.Admission;
import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.audit.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule set comes from.
 *
 * @param parent version of the rule set from which it was changed; null if none
 * @param basedOn version to which it was brought up to date; null for that where its work began
 */
record Provenance(@Nullable String parent, @Nullable String basedOn, String comment, Actor by) {
  Provenance(@Nullable String parent, String comment, Actor by) {
    this(parent, null, comment, by);
  }

  StoredRuleSet candidate(RuleSetId id, Admission admission, Clock clock) {
    StoredRuleSet candidate =
        new StoredRuleSet(
            id.version(),
            id.hash(),
            admission.readable() ? RuleSetStatus.CANDIDATE : RuleSetStatus.REJECTED,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            by.name(),
            comment,
            parent,
            admission.activationBlockers(),
            AdmissionReport.of(admission).json());
    return basedOn == null ? candidate : candidate.basedOn(basedOn);
  }
}
