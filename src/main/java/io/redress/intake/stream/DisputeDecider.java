package io.redress.intake.stream;

import java.util.concurrent.CompletableFuture;

/** Decides the disputes of a stream, each as a request of its own would be decided. */
public interface DisputeDecider {

  /**
   * Facts that an event brings.
   *
   * @param recordId where the event is in Kafka, as the id of a request
   * @param key the same for the same event, and for no other
   */
  record EventFacts(String recordId, String key, byte[] json) {}

  /** The result of deciding an event. */
  sealed interface Outcome {}

  /**
   * The decision is in the journal.
   *
   * @param answer the decision as JSON
   * @param repeated whether the event was decided before, with this answer
   */
  record Decided(String answer, boolean repeated) implements Outcome {}

  /**
   * The event cannot be decided, now or later.
   *
   * @param problem as JSON (RFC 9457)
   */
  record Refused(String problem) implements Outcome {}

  /** Nothing can be decided or recorded now; the event has to be decided again. */
  record Later(String reason) implements Outcome {}

  /**
   * Decides in the order of calls. Returns when the rules have decided; the result completes when
   * the decision is in the journal, and never with a failure.
   */
  CompletableFuture<Outcome> decide(EventFacts facts);

  /** The refusal of an event that has no facts to be decided on. */
  Refused refuse(String detail);
}
