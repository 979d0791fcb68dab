package io.redress.http.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.Dispute;
import io.redress.http.decisions.JournalPlace;
import io.redress.journal.read.OpenedDecision;

/**
 * The shape of a recorded decision, which is sent byte for byte as it was recorded.
 *
 * @param facts without what was personal, once that was destroyed
 */
record RecordedDecision(
    @JsonUnwrapped Answer answer,
    Dispute facts,
    OpenedDecision.Availability personalData,
    JournalPlace journal) {}
