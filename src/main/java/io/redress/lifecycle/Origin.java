package io.redress.lifecycle;

import io.redress.audit.Actor;
import io.redress.decision.RuleSetId;
import io.redress.ruleset.Admission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule set comes from.
 *
 * @param parent the version that it is a change of; null when of none
 */
record Origin(@Nullable String parent, String comment, Actor by) {
  StoredRuleSet candidate(RuleSetId id, Admission admission, Clock clock) {
    return new StoredRuleSet(
        id.version(),
        id.hash(),
        admission.readable() ? Status.CANDIDATE : Status.REJECTED,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        by.name(),
        comment,
        parent,
        admission.hindrances(),
        Report.of(admission).json());
  }
}
