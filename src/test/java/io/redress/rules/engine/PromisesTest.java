package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Warning;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2 June 2026 is a Tuesday. China was closed from 15 to 23 February 2026. */
class PromisesTest {
  private static final String TUESDAY = "asOf: 2026-06-02, ";

  @ParameterizedTest(name = "on {0}, reviewed within {1} days, answer within {2}: {3}, {4}")
  @CsvSource({
    // 6 June is a Saturday: the review is on Monday.
    "2026-06-02, 4,  , 2026-06-08,",
    // The buyer answers by Sunday, so the review is on Friday before.
    "2026-06-02, 7, 5, 2026-06-05, 2026-06-07",
    "2026-06-02, 3, 7, 2026-06-05, 2026-06-09",
    // Closed until 23 February: the buyer gets more time.
    "2026-02-13, 3, 5, 2026-02-14, 2026-02-18",
    "2026-02-16, 3, 5, 2026-02-24, 2026-02-24"
  })
  void reviewsAreOnWorkingDaysAndNotAfterTheBuyersDay(
      LocalDate asOf, String review, String respond, LocalDate nextReviewBy, LocalDate respondBy) {
    Answered answer = Answered.with("BUYER_ACTION").and("reviewWithinDays", number(review));
    if (respond != null) {
      answer.and("respondWithinDays", number(respond));
    }
    Dates dates = answer.on("asOf: " + asOf).dates();
    assertThat(dates.nextReviewBy()).isEqualTo(nextReviewBy);
    assertThat(dates.respondBy()).isEqualTo(respondBy);
  }

  @ParameterizedTest(name = "the parcel waits until {0}: {1}")
  @CsvSource({
    "2026-06-05, 2026-06-05",
    // A Sunday, on which pickup points are closed.
    "2026-06-07, 2026-06-05",
    // No working day is left before it.
    "2026-06-03, 2026-06-03",
    "2026-06-02, 2026-06-02",
    "2026-06-20, 2026-06-09",
    "2026-06-01, 2026-06-09",
  })
  void buyersAnswerWhileTheParcelCanBeCollected(String collectBy, LocalDate respondBy) {
    Dates dates =
        Answered.with("BUYER_ACTION")
            .and("respondWithinDays", 7)
            .and("reviewWithinDays", 7)
            .on(
                TUESDAY
                    + "disputeType: NOT_RECEIVED, reason: IN_TRANSIT, order: {buyerCountry: DE},"
                    + " shipment: {collectBy: "
                    + collectBy
                    + "}")
            .dates();
    assertThat(dates.respondBy()).isEqualTo(respondBy);
    assertThat(dates.nextReviewBy()).isBeforeOrEqualTo(respondBy);
  }

  @Test
  void reviewsAreNotAfterTheShipment() {
    Dates dates =
        Answered.with("REPLACEMENT")
            .and("shipWithinWorkingDays", 5)
            .and("reviewWithinDays", 14)
            .on(TUESDAY)
            .dates();
    assertThat(dates.shipBefore()).isEqualTo(LocalDate.of(2026, 6, 9));
    assertThat(dates.nextReviewBy()).isEqualTo(dates.shipBefore());
  }

  @Test
  void handOversKeepTheCaseOpenAndHaveADay() {
    Decision decision =
        Answered.with("PARTIAL_REFUND")
            .and("actions", "ESCALATE_TO_HUMAN")
            .and("why", "HIGH_VALUE")
            .and("caseStatus", "RESOLVED")
            .on("asOf: 2026-06-04");
    assertThat(decision.caseStatus()).isEqualTo(CaseStatus.OPEN);
    assertThat(decision.actions())
        .contains(new Action.EscalateToHuman("HIGH_VALUE", LocalDate.of(2026, 6, 8)));
    assertThat(decision.dates().nextReviewBy()).isEqualTo(LocalDate.of(2026, 6, 8));
  }

  @Test
  void reviewsByAPersonMayTakeLongerWhenATableSaysSo() {
    Decision decision =
        Answered.with("PARTIAL_REFUND")
            .and("actions", "REVIEW")
            .and("why", "HIGH_VALUE")
            .and("handOverWithinWorkingDays", 5)
            .and("caseStatus", "RESOLVED")
            .on("asOf: 2026-06-04");
    assertThat(decision.caseStatus()).isEqualTo(CaseStatus.OPEN);
    assertThat(decision.actions())
        .contains(new Action.Review("HIGH_VALUE", LocalDate.of(2026, 6, 11)));
  }

  @ParameterizedTest(name = "{0}: answer by {1}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      textBlock =
          """
          platformDeadline: 2026-06-05;                                     2026-06-05
          platformDeadline: 2026-06-01;                                     -
          platform: EBAY;                                                   2026-06-05
          platform: EBAY, problem: {reportedOn: 2026-05-29};                2026-06-03
          platform: EBAY, platformDeadline: 2026-06-30;                     2026-06-30
          """)
  void answerIsDueOnThePlatformsDay(String facts, LocalDate answerBy) {
    Dates dates =
        Answered.with("REPLACEMENT").and("answerWithinWorkingDays", 3).on(TUESDAY + facts).dates();
    assertThat(dates.answerBy()).isEqualTo(answerBy);
  }

  @Test
  void platformsCountWeekdaysThroughTheSellersClosure() {
    Dates dates =
        Answered.with("REPLACEMENT")
            .and("answerWithinWorkingDays", 3)
            .on("asOf: 2026-02-13")
            .dates();
    assertThat(dates.answerBy()).isEqualTo(LocalDate.of(2026, 2, 18));
  }

  @Test
  void passedDeadlinesAreWarnedOf() {
    Decision decision = Answered.with("REPLACEMENT").on(TUESDAY + "platformDeadline: 2026-06-01");
    assertThat(decision.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactly(tuple("PLATFORM_DEADLINE_PASSED", "/platformDeadline"));
  }

  @ParameterizedTest(name = "{0}, status {1}: warned {2}, review {3}")
  @CsvSource({
    "2026-06-05, WAITING_FOR_BUYER, true, 2026-06-05",
    "2026-06-30, WAITING_FOR_BUYER, false, 2026-06-09",
    "2026-06-05, RESOLVED, false, 2026-06-05"
  })
  void waitingPastThePlatformsDayIsWarnedOf(
      String deadline, String status, boolean warned, LocalDate review) {
    Decision decision =
        Answered.with("BUYER_ACTION")
            .and("reviewWithinDays", 7)
            .and("caseStatus", status)
            .on(TUESDAY + "platformDeadline: " + deadline);
    assertThat(decision.warnings().stream().map(Warning::code).toList())
        .isEqualTo(warned ? List.of("ANSWER_DUE_BEFORE_REVIEW") : List.of());
    assertThat(decision.dates().nextReviewBy()).isEqualTo(review);
  }

  @ParameterizedTest(name = "{0}: returned by {1}, answered by {2}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      textBlock =
          """
          shipment: {deliveredOn: 2026-05-29};                                    2026-06-16; 2026-06-12
          shipment: {latestDeliveryOn: 2026-06-20, trackingStatus: IN_TRANSIT};   2026-07-04; 2026-06-30
          shipment: {latestDeliveryOn: 2026-05-20, trackingStatus: IN_TRANSIT};   -;          -
          seller: {};                                                             2026-06-16; 2026-06-12
          """)
  void noGoodsAreReturnedBeforeTheyArrive(String facts, LocalDate returnBy, LocalDate respondBy) {
    Dates dates =
        Answered.with("RETURN_AND_REFUND")
            .and("returnWithinDays", 14)
            .and("respondWithinDays", 10)
            .on(TUESDAY + facts)
            .dates();
    assertThat(dates.returnBy()).isEqualTo(returnBy);
    assertThat(dates.respondBy()).isEqualTo(respondBy);
  }

  @Test
  void moneyComesBeforeAWeekend() {
    Dates dates = Answered.with("FULL_REFUND").and("refundWithinDays", 5).on(TUESDAY).dates();
    assertThat(dates.refundBy()).isEqualTo(LocalDate.of(2026, 6, 5));
  }

  private static Integer number(String text) {
    return Integer.valueOf(text);
  }
}
