package io.redress.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.Grant;
import io.redress.domain.dispute.Reason;
import io.redress.rules.calendar.ShippedCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {
  private final Assessor assessor = new Assessor(ShippedCalendar.CALENDARS);

  @Test
  void atomizersAreAssessedAsInTheArticle() {
    Assessment atomizers =
        assess(
            """
            {asOf: 2015-02-15, disputeType: NOT_AS_DESCRIBED, reason: DEFECTIVE,
             order: {orderedOn: 2015-02-05, quantity: 20, unitPrice: '12.35', currency: USD},
             shipment: {shippedOn: 2015-02-09},
             problem: {reportedOn: 2015-02-13, defectiveQuantity: 7,
               defects: [{type: DAMAGED, part: coil, quantity: 2}, {type: DEFECTIVE, quantity: 3}]}}
            """);
    assertThat(atomizers.affectedQuantity()).isEqualTo(7);
    assertThat(atomizers.defectRatePercent()).hasToString("35.00");
    assertThat(atomizers.orderValue()).isEqualByComparingTo("247");
    assertThat(atomizers.affectedValue()).isEqualByComparingTo("86.45");
    assertThat(atomizers.daysSinceOrdered()).isEqualTo(10);
    assertThat(atomizers.daysSinceShipped()).isEqualTo(6);
    assertThat(atomizers.daysSinceDelivered()).isNull();
    assertThat(atomizers.daysLate()).isNull();
    assertThat(atomizers.holiday()).isEqualTo("SPRING_FESTIVAL");
    assertThat(atomizers.peakSeason()).isEqualTo("SPRING_FESTIVAL");
    assertThat(atomizers.shippingResumesOn()).isEqualTo("2015-02-25");
    assertThat(atomizers.warnings())
        .containsExactly(
            new Warning(
                "DEFECTS_NOT_ALL_NAMED",
                "/problem/defects",
                "The defects of 5 pieces are named, but 7 are said to be faulty."));
  }

  @ParameterizedTest(name = "{0} {1} concerns {2}")
  @CsvSource(
      delimiter = ';',
      nullValues = "unknown",
      textBlock =
          """
          DEFECTIVE;            order: {quantity: 9}, problem: {defectiveQuantity: 4, missingQuantity: 2}; 4
          DEFECTIVE;            order: {quantity: 9}, problem: {missingQuantity: 2};                       2
          DEFECTIVE;            problem: {defects: [{type: DAMAGED, quantity: 2}, {type: DEFECTIVE}]};     3
          DEFECTIVE;            order: {quantity: 9};                                                      unknown
          DEFECTIVE;            order: {quantity: 1};                                                      1
          DEFECTIVE;            problem: {safetyHazard: true};                                             unknown
          SHORT_SHIPMENT;       order: {quantity: 9}, problem: {defectiveQuantity: 4, missingQuantity: 2}; 2
          MISSING_PARTS;        order: {quantity: 9}, problem: {defectiveQuantity: 4};                     4
          EMPTY_BOX;            order: {quantity: 9};                                                      9
          COUNTERFEIT;          order: {quantity: 9};                                                      9
          CHANGED_MIND;         order: {quantity: 9};                                                      9
          CHANGED_MIND;         order: {quantity: 9}, problem: {defectiveQuantity: 4};                     4
          LOST;                 order: {quantity: 9};                                                      9
          LOST;                 order: {quantity: 9}, problem: {missingQuantity: 2};                       2
          LOST;                 order: {quantity: 9}, shipment: {parcelsTotal: 2, parcelsDelivered: 1};    unknown
          LOST;                 order: {quantity: 9}, shipment: {parcelsTotal: 2, parcelsDelivered: 0};    9
          LOST;                 seller: {};                                                                unknown
          INCOMPLETE_ORDER;     order: {quantity: 9}, problem: {missingQuantity: 2};                       2
          INCOMPLETE_ORDER;     order: {quantity: 9};                                                      unknown
          LOST;                 order: {quantity: 9}, problem: {missingQuantity: 0, defectiveQuantity: 0}; 9
          CHANGED_MIND;         order: {quantity: 9}, problem: {defectiveQuantity: 0};                     9
          DEFECTIVE;            order: {quantity: 9}, problem: {defectiveQuantity: 0, missingQuantity: 2}; 2
          SHORT_SHIPMENT;       problem: {missingQuantity: 0, defects: [{type: DAMAGED, quantity: 2}]};    2
          WRONG_SIZE;           order: {quantity: 9}, problem: {defectiveQuantity: 0};                     unknown
          """)
  void affectedQuantityFollowsFromTheFacts(String reason, String facts, Integer pieces) {
    assertThat(about(reason, facts).affectedQuantity()).isEqualTo(pieces);
  }

  @Test
  void namedPiecesAreNeverTooManyToCount() {
    String defects = "{type: DAMAGED, quantity: 1000000}, ".repeat(3_000);
    assertThatThrownBy(() -> about("DEFECTIVE", "problem: {defects: [" + defects + "]}"))
        .hasMessageContaining("/problem/defects");
  }

  @ParameterizedTest(name = "{0} of {1} is {2}%")
  @CsvSource({"1, 3, 33.33", "2, 3, 66.67", "1, 8, 12.50", "3, 3, 100.00"})
  void rateIsRoundedHalfUpToTwoDecimals(int faulty, int ordered, String percent) {
    String facts =
        "order: {quantity: %d}, problem: {defectiveQuantity: %d}".formatted(ordered, faulty);
    assertThat(about("DEFECTIVE", facts).defectRatePercent()).hasToString(percent);
  }

  @Test
  void missingFactsGiveUnknownValues() {
    Assessment bare = about("DAMAGED", "order: {unitPrice: '3', currency: EUR}");
    assertThat(bare.defectRatePercent()).isNull();
    assertThat(bare.orderValue()).isNull();
    assertThat(bare.daysSinceShipped()).isNull();
    assertThat(bare.warnings()).isEmpty();
  }

  @Test
  void atLeastOnePieceIsAffectedWhenNoNumberIsKnown() {
    assertThat(about("DAMAGED", "order: {unitPrice: '3', currency: EUR}").affectedValue())
        .hasToString("3");
    assertThat(about("DAMAGED", "order: {quantity: 4, unitPrice: '3', currency: EUR}"))
        .extracting(Assessment::affectedValue)
        .isNull();
  }

  @ParameterizedTest(name = "in {0}, delivered {1}, reported {2}: year {3}")
  @CsvSource({
    "DE, 2024-05-13, 2026-05-13, 2",
    "PL, 2024-05-13, 2026-05-14, 3",
    // Sunday, 12 April 2026 moves to Monday.
    "DE, 2024-04-12, 2026-04-13, 2",
    "DE, 2024-04-12, 2026-04-14, 3",
    // Two years with 29 February are 731 days.
    "DE, 2024-02-10, 2026-02-10, 2",
    "DE, 2024-02-29, 2025-02-28, 1",
    "DE, 2026-04-13, 2026-04-01, 1"
  })
  void yearsOfTheBuyerEndOnWorkingDays(
      String country, String delivered, String reported, int year) {
    Assessment assessed =
        assess(
            """
            {asOf: 2026-06-01, disputeType: NOT_AS_DESCRIBED, reason: DEFECTIVE,
             order: {buyerCountry: %s}, shipment: {deliveredOn: %s}, problem: {reportedOn: %s}}
            """
                .formatted(country, delivered, reported));
    assertThat(assessed.periodYearAfterDelivery()).isEqualTo(year);
  }

  /** 5 March 2026 is a Thursday; 3 and 6 April 2026 are Good Friday and Easter Monday. */
  @ParameterizedTest(name = "in {0}, delivered {1}, reported {2}: {3} days, {4} of a period")
  @CsvSource({
    "DE, 2026-02-20, 2026-03-02, 10,  8",
    "DE, 2026-02-20, 2026-03-03, 11, 11",
    "DE, 2026-03-24, 2026-04-07, 14,  10",
    "US, 2026-03-24, 2026-04-07, 14,  14",
    "SA, 2026-02-20, 2026-03-01,  9,  7",
    "  , 2026-02-20, 2026-03-02, 10, 10",
    "DE, 2026-02-28, 2026-03-02,  2,  0",
    "DE, 2026-03-01, 2026-02-23, -6, -6"
  })
  void periodsOfTheBuyerEndOnWorkingDays(
      String country, String delivered, String reported, int days, int counted) {
    String order = country == null ? "" : "order: {buyerCountry: %s}, ".formatted(country);
    Assessment assessed =
        assess(
            """
            {asOf: 2026-06-01, disputeType: NOT_AS_DESCRIBED, reason: CHANGED_MIND, %s
             shipment: {deliveredOn: %s}, problem: {reportedOn: %s}}
            """
                .formatted(order, delivered, reported));
    assertThat(assessed.reportedDaysAfterDelivery()).isEqualTo(days);
    assertThat(assessed.periodDaysAfterDelivery()).isEqualTo(counted);
  }

  @Test
  void unreportedComplaintsAreOfTheDayOfTheDecision() {
    Assessment assessed =
        about(
            "CHANGED_MIND", "order: {orderedOn: 2026-02-20}, shipment: {deliveredOn: 2026-02-24}");
    assertThat(assessed.reportedDaysAfterOrder()).isEqualTo(13);
    assertThat(assessed.reportedDaysAfterDelivery()).isEqualTo(9);
    assertThat(assessed.daysSinceReported()).isNull();
  }

  @Test
  void clocksRunFromAndToTheDayOfTheDecision() {
    Assessment assessed =
        about(
            "DEFECTIVE",
            """
            platformDeadline: 2026-03-08, order: {orderedOn: 2026-01-01},
            shipment: {collectBy: 2026-03-01, additionalPeriodEndsOn: 2026-03-10},
            problem: {reportedOn: 2026-02-01},
            evidence: {requestedOn: 2026-02-03, requests: 2, receivedOn: 2026-02-21}
            """);
    assertThat(assessed.daysToPlatformDeadline()).isEqualTo(3);
    assertThat(assessed.daysToCollect()).isEqualTo(-4);
    assertThat(assessed.daysSinceAdditionalPeriodEnded()).isEqualTo(-5);
    assertThat(assessed.daysSinceReported()).isEqualTo(32);
    assertThat(assessed.daysSinceEvidenceReceived()).isEqualTo(12);
    assertThat(assessed.timesEvidenceRequested()).isEqualTo(2);
    assertThat(assessed.daysSinceLastEvent()).isEqualTo(4);
    assertThat(assessed.reportedDaysAfterOrder()).isEqualTo(31);
  }

  @ParameterizedTest(name = "asked for proof {1} times if {0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          evidence: {requestedOn: 2026-02-03};              1
          evidence: {requestedOn: 2026-02-03, requests: 3}; 3
          evidence: {requests: 0};                          0
          seller: {};                                       0
          """)
  void requestsForProofAreCounted(String facts, int times) {
    assertThat(about("DEFECTIVE", facts).timesEvidenceRequested()).isEqualTo(times);
  }

  @Test
  void whatWasPaidCountsDiscountAndTax() {
    Assessment paid =
        about(
            "DEFECTIVE",
            """
            order: {quantity: 3, unitPrice: '10.00', discount: '5.00', tax: '4.00',
              shippingFee: '6.00', currency: USD}, problem: {defectiveQuantity: 2}
            """);
    assertThat(paid.orderValue()).isEqualByComparingTo("29");
    assertThat(paid.paidAmount()).isEqualByComparingTo("35");
    // Two thirds of the discount of one dollar, net of tax: 0.666...
    assertThat(paid.affectedValue()).isEqualByComparingTo("19.33");
  }

  @ParameterizedTest(name = "{0} is worth {1}")
  @CsvSource(
      delimiter = ';',
      nullValues = "nothing",
      textBlock =
          """
          {type: PARTIAL_REFUND, amount: '7.50'};                               7.50
          {type: PARTIAL_REFUND, percent: 12.5};                                3.75
          {type: PARTIAL_REFUND, quantity: 2};                                  20.00
          {type: PARTIAL_REFUND};                                               nothing
          {type: FULL_REFUND};                                                  36.00
          {type: RETURN_AND_REFUND, status: PROMISED};                          36.00
          {type: RETURN_AND_REFUND, status: OFFERED};                           nothing
          {type: FULL_REFUND, status: REFUSED};                                 nothing
          {type: NEXT_ORDER_DISCOUNT, percent: 5};                              nothing
          {type: PARTIAL_REFUND, amount: '1'}, {type: FULL_REFUND, amount: '2'}; 3
          """)
  void earlierRefundsAddUp(String granted, BigDecimal sum) {
    BigDecimal refunded =
        about(
                "DEFECTIVE",
                "order: {quantity: 3, unitPrice: '10.00', shippingFee: '6.00', currency: USD},"
                    + " granted: [%s]".formatted(granted))
            .alreadyGranted();
    if (sum == null) {
      assertThat(refunded).isNull();
    } else {
      assertThat(refunded).isEqualByComparingTo(sum);
    }
  }

  @ParameterizedTest(name = "{0}: {1}%")
  @CsvSource(
      delimiter = ';',
      nullValues = "unknown",
      textBlock =
          """
          {type: RETURN_AND_REFUND, amount: '12.00'};                                          33.33
          {type: RETURN_AND_REFUND, quantity: 1};                                              27.77
          {type: FULL_REFUND, amount: '35.99'};                                                99.97
          {type: FULL_REFUND};                                                                 100.00
          {type: PARTIAL_REFUND, amount: '12.00'}, {type: RETURN_AND_REFUND, amount: '24.00'}; 100.00
          {type: PARTIAL_REFUND, amount: '12.00'}, {type: PARTIAL_REFUND};                     unknown
          {type: REPLACEMENT};                                                                 unknown
          {type: FULL_REFUND, amount: '12.00', status: OFFERED};                               unknown
          """)
  void shareOfRefundsIsOfWhatWasPaid(String granted, BigDecimal percent) {
    assertThat(
            about(
                    "DEFECTIVE",
                    "order: {quantity: 3, unitPrice: '10.00', shippingFee: '6.00', currency: USD},"
                        + " granted: [%s]".formatted(granted))
                .refundedPercent())
        .isEqualTo(percent);
  }

  @Test
  void lastRemedyIsTheOneThatTheBuyerHas() {
    Assessment assessed =
        about(
            "DEFECTIVE",
            """
            granted: [{type: REPLACEMENT, on: 2026-02-20, status: PROMISED},
              {type: NEXT_ORDER_DISCOUNT, on: 2026-02-01, percent: 5, status: DONE},
              {type: FULL_REFUND, on: 2026-03-01, status: REFUSED}]
            """);
    assertThat(assessed.grantedTypes())
        .containsExactly(ActionType.REPLACEMENT, ActionType.NEXT_ORDER_DISCOUNT);
    assertThat(assessed.lastGranted()).isEqualTo(ActionType.REPLACEMENT);
    assertThat(assessed.lastGrantedStatus()).isEqualTo(Grant.Status.PROMISED);
    assertThat(assessed.daysSinceGranted()).isEqualTo(13);
  }

  @ParameterizedTest(name = "promised {0}, delivered {1}: {2} days late on 2026-03-05")
  @CsvSource({"2026-02-26, , 7", "2026-03-10, , -5", "2026-02-26, 2026-02-28, 2"})
  void daysLateEndWithTheDelivery(String promised, String delivered, int days) {
    String facts =
        delivered == null
            ? "shipment: {latestDeliveryOn: %s}".formatted(promised)
            : "shipment: {latestDeliveryOn: %s, deliveredOn: %s}".formatted(promised, delivered);
    assertThat(about("IN_TRANSIT", facts).daysLate()).isEqualTo(days);
  }

  @Test
  void givenHolidayAndSeasonAreUsed() {
    Assessment given = about("IN_TRANSIT", "holiday: NONE, peakSeason: CHRISTMAS");
    assertThat(given.holiday()).isEqualTo("NONE");
    assertThat(given.peakSeason()).isEqualTo("CHRISTMAS");
  }

  @Test
  void ordinaryDayHasNeitherHolidayNorSeason() {
    Assessment ordinary = about("IN_TRANSIT", "asOf: 2026-03-10");
    assertThat(ordinary.holiday()).isEqualTo("NONE");
    assertThat(ordinary.peakSeason()).isEqualTo("NONE");
    assertThat(ordinary.buyerHoliday()).isEqualTo("NONE");
  }

  @Test
  void shippingResumesAfterTheClosureAndTheBuyersHolidayIsFound() {
    Assessment closed =
        about("NOT_SHIPPED", "asOf: 2026-04-06, order: {sellerCountry: CN, buyerCountry: DE}");
    assertThat(closed.shippingResumesOn()).isEqualTo("2026-04-07");
    assertThat(closed.holiday()).isEqualTo("QINGMING");
    assertThat(closed.buyerHoliday()).isEqualTo("EASTER_MONDAY");
  }

  @ParameterizedTest(name = "on {0}: {1}, resumes on {2}")
  @CsvSource({
    "2026-02-09, NONE,", // five working days are left before the festival
    "2026-02-10, SPRING_FESTIVAL, 2026-02-24",
    "2026-02-13, SPRING_FESTIVAL, 2026-02-24",
    "2026-02-16, SPRING_FESTIVAL, 2026-02-24",
    "2026-02-24, NONE,",
    "2026-03-07, NONE,", // a plain Saturday
    "2026-12-30, NONE,"
  })
  void shippingResumesOnlyAfterAClosure(String asOf, String holiday, @Nullable LocalDate resumes) {
    Assessment assessment = about("NOT_SHIPPED", "asOf: " + asOf);
    assertThat(assessment.holiday()).isEqualTo(holiday);
    assertThat(assessment.shippingResumesOn()).isEqualTo(resumes);
  }

  @Test
  void nothingResumesWhenNothingIsSaidToBeClosed() {
    Assessment open = about("NOT_SHIPPED", "asOf: 2026-02-16, holiday: NONE");
    assertThat(open.shippingResumesOn()).isNull();
  }

  @ParameterizedTest(name = "on {0} from {1}: {2}")
  @CsvSource({
    "2026-12-24, CN, 0", // the fifth working day is 31 December
    "2026-12-25, CN, 1", // it is in the year after
    "2027-06-01, CN, 1",
    "2003-06-01, CN, 1",
    "2027-06-01, US, 0",
    "2026-06-01, KR, 0",
    "2026-06-01, AE, 1",
    "2026-06-01, IS, 1"
  })
  void unpublishedHandlingTimeGivesAWarning(String asOf, String seller, int warnings) {
    String facts = "asOf: %s, order: {sellerCountry: %s}".formatted(asOf, seller);
    assertThat(about("NOT_SHIPPED", facts).warnings())
        .hasSize(warnings)
        .allMatch(warning -> warning.code().equals("CALENDAR_NOT_PUBLISHED"))
        .allMatch(warning -> warning.pointer().equals("/asOf"));
  }

  private Assessment about(String reason, String facts) {
    String type = Reason.valueOf(reason).disputeType().name();
    String day = facts.contains("asOf") ? "" : "asOf: 2026-03-05, ";
    return assess("{%sdisputeType: %s, reason: %s, %s}".formatted(day, type, reason, facts));
  }

  private Assessment assess(String yaml) {
    try {
      return assessor.assess(
          DisputeReader.read(new YAMLMapper().readTree(yaml), country -> LocalDate.MAX)
              .fold(
                  Function.identity(),
                  problems -> {
                    throw new IllegalArgumentException(problems.toString());
                  }));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
