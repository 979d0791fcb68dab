package io.redress.journal.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.PersonalFacts;
import io.redress.insight.impact.HistoricalDispute;
import io.redress.journal.write.NewEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A dispute that was just decided and stored.
 *
 * @param facts JSON, without the personal ones
 * @param personal the personal facts, as the journal has them
 */
record WaitingDispute(
    UUID decisionId, String disputeId, Instant decidedAt, String facts, String personal) {

  static WaitingDispute of(NewEntry entry) {
    var decided = entry.decided();
    return new WaitingDispute(
        decided.decisionId(),
        decided.disputeId(),
        decided.decidedAt(),
        decided.facts(),
        entry.personal().facts());
  }

  /** Characters, by which memory is bounded. */
  int size() {
    return facts.length() + personal.length();
  }

  HistoricalDispute historical() {
    ObjectNode whole = json(facts);
    PersonalFacts.putBack(whole, json(personal));
    return new HistoricalDispute(
        decisionId.toString(),
        decidedAt,
        rules ->
            DisputeReader.read(
                whole, rules.customFacts(), country -> rules.today(country, decidedAt)),
        null);
  }

  private static ObjectNode json(String text) {
    return DisputeReader.sent(text.getBytes(StandardCharsets.UTF_8));
  }
}
