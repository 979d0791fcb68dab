package io.redress.http.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.OpenedDecision;

/** A recorded decision as one line of JSON: the answer, the facts and the journal entry. */
final class WholeDecision {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WholeDecision() {}

  /** Does not parse the answer, so that its members stay byte for byte as they were sent. */
  static String json(KeptDecision kept) {
    OpenedDecision opened = OpenedDecision.of(kept);
    String answer = opened.answer();
    return answer.substring(0, answer.length() - 1)
        + ",\"facts\":"
        + opened.facts()
        + ",\"personalData\":\""
        + opened.personalData()
        + "\",\"journal\":"
        + written(JournalPlace.of(opened.entry()))
        + "}";
  }

  private static String written(JournalPlace place) {
    try {
      return JSON.writeValueAsString(place);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
