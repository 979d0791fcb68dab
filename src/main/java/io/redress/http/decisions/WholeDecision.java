package io.redress.http.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.OpenedDecision;
import java.util.List;

/**
 * A recorded decision as one line of JSON: the answer, the facts, the journal entry, and how the
 * dispute ended.
 */
final class WholeDecision {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  private WholeDecision() {}

  /**
   * Does not parse the answer, so that its members stay byte for byte as they were sent.
   *
   * @param outcomes what was reported on it; the last one counts
   */
  static String json(KeptDecision kept, List<ReportedOutcome> outcomes) {
    OpenedDecision opened = OpenedDecision.of(kept);
    String answer = opened.answer();
    return answer.substring(0, answer.length() - 1)
        + ",\"facts\":"
        + opened.facts()
        + ",\"personalData\":\""
        + opened.personalData()
        + "\",\"journal\":"
        + written(JournalPlace.of(opened.entry()))
        + (outcomes.isEmpty() ? "" : ",\"outcomes\":" + written(outcomes))
        + "}";
  }

  private static String written(Object place) {
    try {
      return JSON.writeValueAsString(place);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
