package io.redress.journal.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.timeline.TimelineEvent.Event;
import io.redress.journal.timeline.TimelineEvent.Promise;
import io.redress.journal.write.DecisionRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The course of one dispute, from its decisions and the facts that they were taken on.
 *
 * <p>Nobody reports that a promise was kept. It was when what was promised shows in the facts of a
 * later decision, or when the case went on by then.
 */
public final class Timeline {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESOLVED = "RESOLVED";

  private static final Map<String, Event.Kind> EVENTS = new LinkedHashMap<>();
  private static final Map<String, Promise.Kind> PROMISES = new LinkedHashMap<>();

  static {
    EVENTS.put("/order/orderedOn", Event.Kind.ORDERED);
    EVENTS.put("/shipment/shippedOn", Event.Kind.SHIPPED);
    EVENTS.put("/shipment/lastTrackingUpdateOn", Event.Kind.TRACKED);
    EVENTS.put("/shipment/deliveredOn", Event.Kind.DELIVERED);
    EVENTS.put("/problem/reportedOn", Event.Kind.REPORTED);
    EVENTS.put("/evidence/requestedOn", Event.Kind.EVIDENCE_REQUESTED);
    EVENTS.put("/feedback/on", Event.Kind.REVIEWED);
    PROMISES.put("/dates/respondBy", Promise.Kind.RESPOND);
    PROMISES.put("/dates/shipBefore", Promise.Kind.SHIP);
    PROMISES.put("/dates/nextReviewBy", Promise.Kind.REVIEW);
  }

  private final List<OpenedDecision> decisions;
  private final LocalDate today;
  private final Set<Event> events = new LinkedHashSet<>();

  private Timeline(List<OpenedDecision> decisions, LocalDate today) {
    this.decisions = decisions;
    this.today = today;
  }

  /**
   * All moments in order of their days; of one day, what happened, what was decided, what was due.
   *
   * @param decisions on one dispute, in the order in which they were taken
   * @param today for promises whose day may still be to come
   */
  public static List<TimelineEvent> of(List<OpenedDecision> decisions, LocalDate today) {
    return new Timeline(decisions, today).moments();
  }

  private List<TimelineEvent> moments() {
    decisions.forEach(this::note);
    List<TimelineEvent> moments = new ArrayList<>(events);
    decisions.forEach(decision -> moments.add(taken(decision.entry().decided())));
    moments.addAll(promises());
    moments.sort(Comparator.comparing(TimelineEvent::on).thenComparing(Timeline::place));
    return moments;
  }

  private static int place(TimelineEvent moment) {
    if (moment instanceof Event event) {
      return event.kind().ordinal();
    }
    return Event.Kind.values().length + (moment instanceof Promise ? 1 : 0);
  }

  private void note(OpenedDecision decision) {
    EVENTS.forEach(
        (pointer, kind) ->
            day(decision.facts(), pointer).ifPresent(day -> events.add(new Event(day, kind))));
    LocalDate asOf = decision.entry().decided().asOf();
    if (!decision.facts().at("/evidence/types").isEmpty()) {
      first(Event.Kind.EVIDENCE_RECEIVED, asOf);
    }
    if (decision.entry().decided().caseStatus().equals(RESOLVED)) {
      first(Event.Kind.CLOSED, asOf);
    }
  }

  /** No fact says when, so it is the day of the first decision that knows of it. */
  private void first(Event.Kind kind, LocalDate asOf) {
    if (events.stream().noneMatch(event -> event.kind() == kind)) {
      events.add(new Event(asOf, kind));
    }
  }

  private static TimelineEvent.Taken taken(DecisionRecord decided) {
    return new TimelineEvent.Taken(
        decided.asOf(),
        decided.decisionId(),
        decided.decidedAt(),
        decided.resolution(),
        decided.reasonCode(),
        decided.caseStatus());
  }

  /** Those that are repeated later are promised once. */
  private List<Promise> promises() {
    List<Promise> promises = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < decisions.size(); i++) {
      for (Promise promise : promises(i)) {
        if (seen.add(promise.kind() + " " + promise.on())) {
          promises.add(promise);
        }
      }
    }
    return promises;
  }

  private List<Promise> promises(int index) {
    OpenedDecision decision = decisions.get(index);
    List<Promise> promises = new ArrayList<>();
    day(decision.facts(), "/shipment/latestDeliveryOn")
        .map(
            day ->
                promise(day, Promise.Kind.DELIVER, null, event(Event.Kind.DELIVERED, any -> true)))
        .ifPresent(promises::add);
    JsonNode answer = parsed(decision.answer());
    DecisionRecord decided = decision.entry().decided();
    PROMISES.forEach(
        (pointer, kind) ->
            day(answer, pointer)
                .map(day -> promise(day, kind, decided, done(kind, index)))
                .ifPresent(promises::add));
    return promises;
  }

  private @Nullable LocalDate done(Promise.Kind kind, int index) {
    LocalDate asOf = decisions.get(index).entry().decided().asOf();
    if (kind == Promise.Kind.SHIP) {
      LocalDate shipped = event(Event.Kind.SHIPPED, day -> !day.isBefore(asOf));
      return shipped != null ? shipped : event(Event.Kind.CLOSED, day -> day.isAfter(asOf));
    }
    return decisions.stream()
        .skip(index + 1L)
        .map(later -> later.entry().decided().asOf())
        .filter(day -> day.isAfter(asOf))
        .findFirst()
        .orElse(null);
  }

  private Promise promise(
      LocalDate on, Promise.Kind kind, @Nullable DecisionRecord by, @Nullable LocalDate doneOn) {
    return Promise.of(on, kind, by == null ? null : by.decisionId(), doneOn, today);
  }

  private @Nullable LocalDate event(Event.Kind kind, Predicate<LocalDate> on) {
    return events.stream()
        .filter(event -> event.kind() == kind)
        .map(Event::on)
        .filter(on)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Optional<LocalDate> day(JsonNode json, String pointer) {
    return Optional.of(json.at(pointer))
        .filter(JsonNode::isTextual)
        .map(day -> LocalDate.parse(day.textValue()));
  }

  private static JsonNode parsed(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }
}
