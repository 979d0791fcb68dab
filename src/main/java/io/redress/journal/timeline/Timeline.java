package io.redress.journal.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.decision.DecisionJson;
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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Derives the timeline of a dispute from its decisions and their facts.
 *
 * <p>Facts do not say that a promise was kept. It counts as kept if the facts of a later decision
 * show it, or if the case was continued by then.
 */
public final class Timeline {
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
    PROMISES.put("/dates/answerBy", Promise.Kind.ANSWER);
    PROMISES.put("/dates/refundBy", Promise.Kind.REFUND);
    PROMISES.put("/dates/returnBy", Promise.Kind.RETURN);
  }

  private final List<OpenedDecision> decisions;
  private final LocalDate today;
  private final Set<Event> events = new LinkedHashSet<>();

  private Timeline(List<OpenedDecision> decisions, LocalDate today) {
    this.decisions = decisions;
    this.today = today;
  }

  /**
   * All events by day; on the same day, facts come before decisions, and decisions before due
   * dates.
   *
   * @param decisions decisions of one dispute, in the order in which they were taken
   * @param today decides whether a promise is open or missed
   */
  public static List<TimelineEvent> of(List<OpenedDecision> decisions, LocalDate today) {
    return new Timeline(decisions, today).timeline();
  }

  private List<TimelineEvent> timeline() {
    decisions.forEach(this::addEvents);
    List<TimelineEvent> timeline = new ArrayList<>(events);
    decisions.forEach(decision -> timeline.add(taken(decision.entry().decided())));
    timeline.addAll(promises());
    timeline.sort(Comparator.comparing(TimelineEvent::on).thenComparing(Timeline::rank));
    return timeline;
  }

  private static int rank(TimelineEvent any) {
    if (any instanceof Event event) {
      return event.kind().ordinal();
    }
    return Event.Kind.values().length + (any instanceof Promise ? 1 : 0);
  }

  private void addEvents(OpenedDecision decision) {
    EVENTS.forEach(
        (pointer, kind) ->
            day(decision.facts(), pointer).ifPresent(day -> events.add(new Event(day, kind))));
    LocalDate asOf = decision.entry().decided().asOf();
    if (!decision.facts().at("/evidence/types").isEmpty()) {
      addOnce(Event.Kind.EVIDENCE_RECEIVED, asOf);
    }
    if (decision.entry().decided().caseStatus().equals(RESOLVED)) {
      addOnce(Event.Kind.CLOSED, asOf);
    }
  }

  /** No fact has this day, so it is the day of the first decision that shows the event. */
  private void addOnce(Event.Kind kind, LocalDate asOf) {
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

  /** The promises of all decisions; repeated ones are included once. */
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
    JsonNode answer = DecisionJson.read(decision.answer());
    DecisionRecord decided = decision.entry().decided();
    PROMISES.forEach(
        (pointer, kind) ->
            day(answer, pointer)
                .map(day -> promise(day, kind, decided, doneOn(kind, index)))
                .ifPresent(promises::add));
    return promises;
  }

  private @Nullable LocalDate doneOn(Promise.Kind kind, int index) {
    DecisionRecord decided = decisions.get(index).entry().decided();
    LocalDate asOf = decided.asOf();
    if (kind == Promise.Kind.ANSWER && decided.caseStatus().equals(RESOLVED)) {
      return asOf;
    }
    if (kind == Promise.Kind.REFUND) {
      return refundedOn(index).orElseGet(() -> continuedOn(index));
    }
    if (kind == Promise.Kind.SHIP) {
      LocalDate shipped = event(Event.Kind.SHIPPED, day -> !day.isBefore(asOf));
      return shipped != null ? shipped : event(Event.Kind.CLOSED, day -> day.isAfter(asOf));
    }
    return continuedOn(index);
  }

  private @Nullable LocalDate continuedOn(int index) {
    LocalDate asOf = decisions.get(index).entry().decided().asOf();
    return decisions.stream()
        .skip(index + 1L)
        .map(later -> later.entry().decided().asOf())
        .filter(day -> day.isAfter(asOf))
        .findFirst()
        .orElse(null);
  }

  /** Returns the first day, since the decision, of a refund that later facts name as done. */
  private Optional<LocalDate> refundedOn(int index) {
    LocalDate asOf = decisions.get(index).entry().decided().asOf();
    return decisions.stream()
        .skip(index + 1L)
        .flatMap(later -> StreamSupport.stream(later.facts().at("/granted").spliterator(), false))
        .filter(grant -> grant.at("/type").asText().endsWith("REFUND"))
        .filter(grant -> grant.at("/status").asText().equals("DONE"))
        .flatMap(grant -> day(grant, "/on").stream())
        .filter(day -> !day.isBefore(asOf))
        .min(Comparator.naturalOrder());
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
}
