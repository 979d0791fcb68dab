package io.redress.console.decisions;

import io.redress.journal.timeline.TimelineEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a dispute, for its page.
 *
 * @param more whether older decisions were left out
 */
record TimelineView(String disputeId, int decisions, boolean more, List<Item> items) {

  /**
   * A line of the timeline.
   *
   * @param style CSS class: event, taken, or the standing of a promise
   * @param label message key, with {@code code} as argument
   * @param standing message key of a promise's standing, with {@code doneOn} as argument
   */
  public record Item(
      LocalDate on,
      String style,
      String label,
      String code,
      @Nullable String standing,
      @Nullable LocalDate doneOn,
      @Nullable UUID decisionId) {

    /** The CSS class of the badge. */
    public String badge() {
      return switch (style) {
        case "kept" -> "good";
        case "late" -> "warn";
        case "missed" -> "bad";
        default -> "";
      };
    }

    static Item of(TimelineEvent entry) {
      if (entry instanceof TimelineEvent.Event event) {
        String label = "decisions.event." + event.kind();
        return new Item(event.on(), "event", label, "", null, null, null);
      }
      if (entry instanceof TimelineEvent.Taken taken) {
        return new Item(
            taken.on(),
            "taken",
            "decisions.taken",
            taken.resolution(),
            null,
            null,
            taken.decisionId());
      }
      TimelineEvent.Promise promise = (TimelineEvent.Promise) entry;
      String standing = "decisions.standing." + promise.standing();
      return new Item(
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
