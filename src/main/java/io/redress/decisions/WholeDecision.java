package io.redress.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.archive.KeptDecision;
import io.redress.dispute.PersonalFacts;
import io.redress.journal.Entry;
import io.redress.journal.PersonalData;

/** A kept decision as JSON on one line: the answer as it left, what it was taken on, its entry. */
final class WholeDecision {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Whether what an entry says of people can be read. */
  private enum Availability {
    PRESENT,
    DESTROYED,
    /** It was changed after it was sealed. */
    DAMAGED
  }

  private record JournalPlace(
      String replica, long number, String caller, String requestId, String previous, String hash) {
    static JournalPlace of(Entry entry) {
      return new JournalPlace(
          entry.replica(),
          entry.number(),
          entry.decided().caller(),
          entry.decided().requestId(),
          entry.previous(),
          entry.hash());
    }
  }

  private WholeDecision() {}

  static String json(KeptDecision kept) {
    Entry entry = kept.entry();
    String decision = entry.decided().decision();
    String facts = entry.decided().facts();
    try {
      return kept.personal()
          .map(
              personal ->
                  json(
                      personal.completing(decision),
                      completed(facts, personal),
                      Availability.PRESENT,
                      entry))
          .orElseGet(() -> json(decision, facts, Availability.DESTROYED, entry));
    } catch (IllegalStateException unsealed) {
      return json(decision, facts, Availability.DAMAGED, entry);
    }
  }

  /** The answer is not parsed, so its members stay byte for byte as they were sent. */
  private static String json(String answer, String facts, Availability availability, Entry entry) {
    return answer.substring(0, answer.length() - 1)
        + ",\"facts\":"
        + facts
        + ",\"personalData\":\""
        + availability
        + "\",\"journal\":"
        + written(JournalPlace.of(entry))
        + "}";
  }

  private static String completed(String facts, PersonalData personal) {
    try {
      ObjectNode all = (ObjectNode) JSON.readTree(facts);
      PersonalFacts.putBack(all, (ObjectNode) JSON.readTree(personal.facts()));
      return written(all);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
