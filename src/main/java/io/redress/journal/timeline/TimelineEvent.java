package io.redress.journal.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that has its day in the course of a dispute. */
public sealed interface TimelineEvent {
  LocalDate on();

  /** Something happened, as the facts of a decision tell. */
  record Event(LocalDate on, Kind kind) implements TimelineEvent {

    /** What happened, in the order in which it does. */
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
   * Something was decided.
   *
   * @param on the day of the decision, which may be long before {@code decidedAt}
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
   * A day that was promised, or asked for.
   *
   * @param decisionId of the decision that promised it; null for what was promised before
   * @param doneOn null where nothing shows that it was done
   */
  record Promise(
      LocalDate on,
      Kind kind,
      @Nullable UUID decisionId,
      Standing standing,
      @Nullable LocalDate doneOn)
      implements TimelineEvent {

    /** What was to be done by then. */
    public enum Kind {
      DELIVER,
      RESPOND,
      SHIP,
      REVIEW
    }

    /** What became of it. */
    public enum Standing {
      /** Its day is still to come. */
      OPEN,
      KEPT,
      /** Done, but after its day. */
      LATE,
      /** Its day has passed, and nothing shows that it was done. */
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
