package io.redress.console.decisions;

import io.redress.journal.timeline.TimelineEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The course of a dispute.
 *
 * @param more whether there were more decisions than are shown
 */
record TimelineView(String disputeId, int decisions, boolean more, List<Stop> stops) {

  /**
   * A line of it.
   *
   * @param mark how it is drawn: event, taken, or what became of a promise
   * @param label key of what it says, with {@code code} as its argument
   * @param standing key of what became of a promise, with {@code doneOn} as its argument
   */
  public record Stop(
      LocalDate on,
      String mark,
      String label,
      String code,
      @Nullable String standing,
      @Nullable LocalDate doneOn,
      @Nullable UUID decisionId) {

    /** How the shell's styles show what became of a promise. */
    public String badge() {
      return switch (mark) {
        case "kept" -> "good";
        case "late" -> "warn";
        case "missed" -> "bad";
        default -> "";
      };
    }

    static Stop of(TimelineEvent moment) {
      if (moment instanceof TimelineEvent.Event event) {
        String label = "decisions.event." + event.kind();
        return new Stop(event.on(), "event", label, "", null, null, null);
      }
      if (moment instanceof TimelineEvent.Taken taken) {
        return new Stop(
            taken.on(),
            "taken",
            "decisions.taken",
            taken.resolution(),
            null,
            null,
            taken.decisionId());
      }
      TimelineEvent.Promise promise = (TimelineEvent.Promise) moment;
      String standing = "decisions.standing." + promise.standing();
      return new Stop(
          promise.on(),
          promise.standing().name().toLowerCase(Locale.ROOT),
          "decisions.promise." + promise.kind(),
          "",
          promise.doneOn() == null ? standing : standing + ".on",
          promise.doneOn(),
          promise.decisionId());
    }
  }
}
