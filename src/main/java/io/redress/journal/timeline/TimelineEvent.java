package io.redress.journal.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event in the timeline of a dispute. */
public sealed interface TimelineEvent {
  LocalDate on();

  /** Something that happened, according to the facts of a decision. */
  record Event(LocalDate on, Kind kind) implements TimelineEvent {

    /** What happened, in the usual order. */
    public enum Kind {
      ORDERED,
      SHIPPED,
      TRACKED,
      DELIVERED,
      REPORTED,
      EVIDENCE_REQUESTED,
      EVIDENCE_RECEIVED,
      REVIEWED,
      CLOSED
    }
  }

  /**
   * A decision.
   *
   * @param on the day ({@code asOf}) of the decision, which may be long before {@code decidedAt}
   */
  record Taken(
      LocalDate on,
      UUID decisionId,
      Instant decidedAt,
      String resolution,
      String reasonCode,
      String caseStatus)
      implements TimelineEvent {}

  /**
   * A due date, promised to or requested from the buyer.
   *
   * @param decisionId the decision that promised it; null if it was promised before
   * @param doneOn null if no facts show that it was done
   */
  record Promise(
      LocalDate on,
      Kind kind,
      @Nullable UUID decisionId,
      Standing standing,
      @Nullable LocalDate doneOn)
      implements TimelineEvent {

    /** What is due. */
    public enum Kind {
      DELIVER,
      RESPOND,
      SHIP,
      REVIEW,
      ANSWER,
      REFUND,
      RETURN
    }

    /** Whether the promise was kept. */
    public enum Standing {
      /** Its day has not passed. */
      OPEN,
      KEPT,
      /** Done, but after its day. */
      LATE,
      /** Its day has passed, and no facts show that it was done. */
      MISSED
    }

    static Promise of(
        LocalDate on,
        Kind kind,
        @Nullable UUID decisionId,
        @Nullable LocalDate doneOn,
        LocalDate today) {
      return new Promise(on, kind, decisionId, standing(on, doneOn, today), doneOn);
    }

    private static Standing standing(LocalDate on, @Nullable LocalDate doneOn, LocalDate today) {
      if (doneOn != null) {
        return doneOn.isAfter(on) ? Standing.LATE : Standing.KEPT;
      }
      return today.isAfter(on) ? Standing.MISSED : Standing.OPEN;
    }
  }
}
