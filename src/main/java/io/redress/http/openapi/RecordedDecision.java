package io.redress.http.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.Dispute;
import io.redress.http.decisions.JournalPlace;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.read.OpenedDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a recorded decision, which is sent byte for byte as it was recorded.
 *
 * @param facts without what was personal, once that was destroyed
 * @param outcomes what was reported on it; the last one counts
 */
record RecordedDecision(
    @JsonUnwrapped Answer answer,
    Dispute facts,
    OpenedDecision.Availability personalData,
    JournalPlace journal,
    @Nullable List<ReportedOutcome> outcomes) {}
