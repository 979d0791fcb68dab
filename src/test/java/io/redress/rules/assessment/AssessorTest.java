package io.redress.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.Reason;
import io.redress.rules.calendar.ShippedCalendar;
import java.time.LocalDate;
import java.util.function.Function;
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
    assertThat(atomizers.shippingResumesOn()).isNull();
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
    assertThat(bare.affectedValue()).isNull();
    assertThat(bare.daysSinceShipped()).isNull();
    assertThat(bare.warnings()).isEmpty();
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

  @ParameterizedTest(name = "on {0} from {1}: {2}")
  @CsvSource({
    "2026-12-24, CN, 0", // the fifth working day is 31 December
    "2026-12-25, CN, 1", // it is in the year after
    "2027-06-01, CN, 1",
    "2003-06-01, CN, 1",
    "2027-06-01, US, 0",
    "2026-06-01, KR, 1"
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
