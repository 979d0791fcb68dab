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
 */
record Provenance(@Nullable String parent, String comment, Actor by) {
  StoredRuleSet candidate(RuleSetId id, Admission admission, Clock clock) {
    return new StoredRuleSet(
        id.version(),
        id.hash(),
        admission.readable() ? RuleSetStatus.CANDIDATE : RuleSetStatus.REJECTED,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        by.name(),
        comment,
        parent,
        admission.activationBlockers(),
        AdmissionReport.of(admission).json());
  }
}
