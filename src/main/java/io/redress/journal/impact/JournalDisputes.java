package io.redress.journal.impact;

import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.DisputeReader;
import io.redress.insight.impact.HistoricalDispute;
import io.redress.journal.read.OpenedDecision;
import java.time.Instant;

/** Entries of the journal as disputes of the past. */
final class JournalDisputes {
  private JournalDisputes() {}

  /**
   * @param recorded whether the recorded answer is what the candidate is compared with
   */
  static HistoricalDispute historical(OpenedDecision opened, boolean recorded) {
    var decided = opened.entry().decided();
    Instant at = decided.decidedAt();
    return new HistoricalDispute(
        decided.decisionId().toString(),
        at,
        rules ->
            DisputeReader.read(
                opened.facts(), rules.customFacts(), country -> rules.today(country, at)),
        recorded ? DecisionJson.read(opened.answer()) : null);
  }
}
