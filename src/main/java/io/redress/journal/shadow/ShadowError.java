package io.redress.journal.shadow;

import io.redress.insight.impact.Evaluated;
import java.time.Instant;

/** A dispute that the candidate could not decide. */
public record ShadowError(
    String decisionId, String disputeId, Instant at, Evaluated.Reason reason) {}
