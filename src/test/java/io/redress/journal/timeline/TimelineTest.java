package io.redress.journal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.dispute.DisputeReader;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.timeline.TimelineEvent.Event;
import io.redress.journal.timeline.TimelineEvent.Promise;
import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.Entry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final LocalDate LONG_AFTER = LocalDate.of(2026, 1, 1);

  private final List<OpenedDecision> decisions = new ArrayList<>();

  @Test
  void wholeDisputeFromOrderToReview() {
    String order =
        "\"order\": {\"orderedOn\": \"2015-02-05\"}, \"shipment\": {\"shippedOn\":"
            + " \"2015-02-09\"}, \"problem\": {\"reportedOn\": \"2015-02-13\"}";
    taken("2015-02-14", "WAITING_FOR_BUYER", "{\"respondBy\":\"2015-02-21\"}", order);
    taken(
        "2015-02-15",
        "OPEN",
        "{\"shipBefore\":\"2015-03-05\",\"nextReviewBy\":\"2015-03-01\"}",
        order + ", \"evidence\": {\"types\": [\"VIDEO\"], \"requestedOn\": \"2015-02-14\"}");
    taken(
        "2015-03-08",
        "RESOLVED",
        "{}",
        order
            + ", \"evidence\": {\"types\": [\"VIDEO\"]},"
            + " \"feedback\": {\"on\": \"2015-03-08\", \"rating\": \"POSITIVE\"}");

    List<TimelineEvent> moments = Timeline.of(decisions, LONG_AFTER);

    assertThat(moments.stream().filter(Event.class::isInstance).map(Event.class::cast))
        .extracting(event -> event.on() + " " + event.kind())
        .containsExactly(
            "2015-02-05 ORDERED",
            "2015-02-09 SHIPPED",
            "2015-02-13 REPORTED",
            "2015-02-14 EVIDENCE_REQUESTED",
            "2015-02-15 EVIDENCE_RECEIVED",
            "2015-03-08 REVIEWED",
            "2015-03-08 CLOSED");
    assertThat(promises(moments))
        .containsExactly(
            "2015-02-21 RESPOND KEPT 2015-02-15",
            "2015-03-01 REVIEW LATE 2015-03-08",
            "2015-03-05 SHIP LATE 2015-03-08");
    assertThat(moments).isSortedAccordingTo((one, other) -> one.on().compareTo(other.on()));
    assertThat(moments).filteredOn(TimelineEvent.Taken.class::isInstance).hasSize(3);
  }

  @Test
  void promiseIsOpenUntilItsDayHasPassed() {
    taken("2026-03-01", "OPEN", "{\"nextReviewBy\":\"2026-03-08\"}", "\"order\": {}");
    assertThat(promises(Timeline.of(decisions, LocalDate.of(2026, 3, 8))))
        .containsExactly("2026-03-08 REVIEW OPEN null");
    assertThat(promises(Timeline.of(decisions, LocalDate.of(2026, 3, 9))))
        .containsExactly("2026-03-08 REVIEW MISSED null");
  }

  @Test
  void repeatedPromiseIsListedOnce() {
    String facts = "\"shipment\": {\"latestDeliveryOn\": \"2026-03-05\"}";
    taken("2026-03-01", "OPEN", "{\"nextReviewBy\":\"2026-03-08\"}", facts);
    taken("2026-03-01", "OPEN", "{\"nextReviewBy\":\"2026-03-08\"}", facts);
    assertThat(promises(Timeline.of(decisions, LONG_AFTER.withMonth(3))))
        .containsExactly("2026-03-05 DELIVER OPEN null", "2026-03-08 REVIEW OPEN null");
  }

  @Test
  void replacementShippedInTimeKeepsThePromise() {
    taken("2026-03-01", "OPEN", "{\"shipBefore\":\"2026-03-06\"}", "\"shipment\": {}");
    taken("2026-03-10", "OPEN", "{}", "\"shipment\": {\"shippedOn\": \"2026-03-05\"}");
    assertThat(promises(Timeline.of(decisions, LONG_AFTER.plusYears(1))))
        .containsExactly("2026-03-06 SHIP KEPT 2026-03-05");
  }

  @Test
  void daysOfThePlatformTheMoneyAndTheReturnAreDue() {
    taken(
        "2026-03-02",
        "WAITING_FOR_BUYER",
        "{\"answerBy\":\"2026-03-04\",\"returnBy\":\"2026-03-16\"}",
        "\"order\": {}");
    taken(
        "2026-03-10",
        "RESOLVED",
        "{\"answerBy\":\"2026-03-12\",\"refundBy\":\"2026-03-17\"}",
        "\"order\": {}");
    assertThat(promises(Timeline.of(decisions, LONG_AFTER.withMonth(3).withDayOfMonth(17))))
        .containsExactly(
            "2026-03-04 ANSWER LATE 2026-03-10",
            "2026-03-12 ANSWER KEPT 2026-03-10",
            "2026-03-16 RETURN KEPT 2026-03-10",
            "2026-03-17 REFUND OPEN null");
  }

  @Test
  void refundThatLaterFactsNameAsDoneKeepsThePromise() {
    taken("2026-03-10", "RESOLVED", "{\"refundBy\":\"2026-03-17\"}", "\"order\": {}");
    taken(
        "2026-03-25",
        "RESOLVED",
        "{}",
        "\"granted\": [{\"type\": \"FULL_REFUND\", \"on\": \"2026-03-16\", \"status\": \"DONE\"}]");
    assertThat(promises(Timeline.of(decisions, LONG_AFTER.plusYears(1))))
        .containsExactly("2026-03-17 REFUND KEPT 2026-03-16");
  }

  private static List<String> promises(List<TimelineEvent> moments) {
    return moments.stream()
        .filter(Promise.class::isInstance)
        .map(Promise.class::cast)
        .map(one -> one.on() + " " + one.kind() + " " + one.standing() + " " + one.doneOn())
        .toList();
  }

  private void taken(String asOf, String status, String dates, String facts) {
    UUID id = UUID.randomUUID();
    Instant now = Instant.parse("2026-03-01T08:00:00Z").plusSeconds(decisions.size());
    String answer = "{\"dates\":" + dates + "}";
    DecisionRecord decided =
        new DecisionRecord(
            id,
            "d",
            now,
            LocalDate.parse(asOf),
            "0123456789ab",
            "REPLACEMENT",
            "DEFECT_PROVEN",
            status,
            BigDecimal.ZERO,
            null,
            null,
            "shop",
            "r",
            "{}",
            answer);
    Entry entry = new Entry("replica", decisions.size() + 1, decided, id, new byte[0], "", "");
    decisions.add(
        new OpenedDecision(
            entry,
            answer,
            DisputeReader.sent(("{" + facts + "}").getBytes(StandardCharsets.UTF_8)),
            OpenedDecision.Availability.PRESENT));
  }
}
