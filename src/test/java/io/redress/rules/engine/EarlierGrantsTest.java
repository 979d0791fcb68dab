package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.Refund.ShippingFee;
import io.redress.domain.dispute.ActionType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierGrantsTest {
  /** Three pieces at 10.00, shipping 6.00, two of them faulty. */
  private static final String ORDER =
      "asOf: 2026-06-02, order: {quantity: 3, unitPrice: '10.00', shippingFee: '6.00', "
          + "currency: USD}, problem: {defectiveQuantity: 2}, ";

  @ParameterizedTest(name = "{0} at {1}% after {2} becomes {3} of {4}")
  @CsvSource(
      delimiter = ';',
      nullValues = "nothing",
      textBlock =
          """
          PARTIAL_REFUND;    100; {type: PARTIAL_REFUND, amount: '5.00'};                   PARTIAL_REFUND;    15.00
          PARTIAL_REFUND;    100; {type: PARTIAL_REFUND, amount: '20.00'};                  NO_ACTION;         nothing
          PARTIAL_REFUND;    100; {type: PARTIAL_REFUND, amount: '25.00', status: DONE};    ESCALATE_TO_HUMAN; nothing
          PARTIAL_REFUND;    100; {type: PARTIAL_REFUND, amount: '25.00', status: REFUSED}; PARTIAL_REFUND;    20.00
          FULL_REFUND;       100; {type: PARTIAL_REFUND, amount: '25.00', status: DONE};    FULL_REFUND;       5.00
          FULL_REFUND;       100; {type: FULL_REFUND};                                      NO_ACTION;         nothing
          FULL_REFUND;       100; {type: FULL_REFUND, status: OFFERED};                     FULL_REFUND;       30.00
          FULL_REFUND;       100; {type: PARTIAL_REFUND, amount: '5.00', status: OFFERED};  FULL_REFUND;       30.00
          REPLACEMENT;       100; {type: REPLACEMENT, status: OFFERED};                     REPLACEMENT;       nothing
          REPLACEMENT;       100; {type: RETURN_AND_REFUND, amount: '10.00', status: DONE}; REPLACEMENT;       nothing
          REPLACEMENT;       100; {type: RETURN_AND_REFUND, amount: '20.00', status: DONE}; ESCALATE_TO_HUMAN; nothing
          REPLACEMENT;       100; {type: RETURN_AND_REFUND, quantity: 2};                   NO_ACTION;         nothing
          SEND_PART;         100; {type: RETURN_AND_REFUND, amount: '10.00', status: DONE}; SEND_PART;         nothing
          FULL_REFUND;       100; {type: RETURN_AND_REFUND, amount: '10.00', status: DONE}; FULL_REFUND;       20.00
          FULL_REFUND;       100; {type: RETURN_AND_REFUND, quantity: 1, status: DONE};     FULL_REFUND;       20.00
          FULL_REFUND;       100; {type: FULL_REFUND, on: 2026-05-18, status: PROMISED};    ESCALATE_TO_HUMAN; nothing
          FULL_REFUND;       100; {type: FULL_REFUND, on: 2026-05-19, status: PROMISED};    NO_ACTION;         nothing
          REPLACEMENT;       100; {type: REPLACEMENT};                                      NO_ACTION;         nothing
          REPLACEMENT;       100; {type: FULL_REFUND, status: DONE};                        ESCALATE_TO_HUMAN; nothing
          REPLACEMENT;       100; {type: PARTIAL_REFUND, amount: '5.00'};                   REPLACEMENT;       nothing
          FULL_REFUND;       100; {type: REPLACEMENT, status: DONE};                        FULL_REFUND;       30.00
          SEND_PART;         100; {type: SEND_PART};                                        NO_ACTION;         nothing
          REQUEST_EVIDENCE;  100; {type: REQUEST_EVIDENCE};                                 REQUEST_EVIDENCE;  nothing
          """)
  void nothingIsGrantedTwice(
      String remedy, int percent, String granted, ActionType resolution, BigDecimal amount) {
    Decision decision =
        Answered.with(remedy)
            .and("refund.percentOfAffected", percent)
            .and("nextOrderDiscountPercent", 5)
            .on(ORDER + "granted: [" + granted + "]");
    assertThat(decision.resolution()).isEqualTo(resolution);
    assertThat(decision.actions().get(0).type()).isEqualTo(resolution);
    assertThat(decision.refund() == null ? null : decision.refund().amount()).isEqualTo(amount);
    assertThat(decision.reasonCode().equals("ALREADY_GRANTED"))
        .isEqualTo(!resolution.name().equals(remedy));
  }

  @Test
  void withoutPricesTheTypeOfTheRemedyCounts() {
    assertThat(
            Answered.with("PARTIAL_REFUND")
                .and("refund.percentOfAffected", 50)
                .on("asOf: 2026-06-02, granted: [{type: PARTIAL_REFUND}]")
                .resolution())
        .isEqualTo(ActionType.NO_ACTION);
  }

  @Test
  void discountsAreOfferedOnce() {
    Decision decision =
        Answered.with("REPLACEMENT")
            .and("nextOrderDiscountPercent", 5)
            .on(ORDER + "granted: [{type: NEXT_ORDER_DISCOUNT, percent: 5}]");
    assertThat(decision.nextOrderDiscountPercent()).isZero();
    assertThat(decision.resolution()).isEqualTo(ActionType.REPLACEMENT);
  }

  @Test
  void refundsNameWhatWasGrantedBefore() {
    Refund refund =
        Answered.with("FULL_REFUND")
            .and("refund.percentOfAffected", 100)
            .and("refund.shippingFee", "REFUNDED")
            .and("refund.duty", "REFUNDED")
            .on(
                ORDER
                    + "customs: {dutyPaidByBuyer: '4.00'}, granted: [{type: PARTIAL_REFUND, amount: '5.00'}]")
            .refund();
    assertThat(refund.amount()).isEqualTo("35.00");
    assertThat(refund.alreadyGranted()).isEqualTo("5.00");
    assertThat(refund.duty()).isEqualTo(Refund.Duty.REFUNDED);
    assertThat(refund.percentOfGoods()).isEqualTo("100");
  }

  @ParameterizedTest(name = "discount {0}, tax {1}: {2}")
  @CsvSource({
    "'1.00', '0', 19.33",
    "'0', '2.00', 21.33",
    "'29.99', '0', 0.01",
    "'0.01', '0', 19.99"
  })
  void refundsAreSharesOfWhatWasPaid(String discount, String tax, BigDecimal amount) {
    Refund refund =
        Answered.with("PARTIAL_REFUND")
            .and("refund.percentOfAffected", 100)
            .on(
                ("asOf: 2026-06-02, order: {quantity: 3, unitPrice: '10.00', currency: USD, "
                        + "discount: '%s', tax: '%s'}, problem: {defectiveQuantity: 2}")
                    .formatted(discount, tax))
            .refund();
    assertThat(refund.amount()).isEqualTo(amount);
  }

  @ParameterizedTest(name = "{0} of {1} asked for: {2}, {3}% of the goods")
  @CsvSource({
    "PARTIAL_REFUND, '5.00', 5.00, 16.67",
    "PARTIAL_REFUND, '20.00', 20.00, 66.67",
    "PARTIAL_REFUND, '25.00', 20.00, 66.67",
    "PARTIAL_REFUND, '0', 20.00, 66.67",
    "FULL_REFUND, '5.00', 5.00, 16.67",
    "FULL_REFUND, '40.00', 30.00, 100",
    // A buyer who sends the goods back gets what was paid for them.
    "RETURN_AND_REFUND, '5.00', 20.00, 66.67"
  })
  void refundsAreNotAboveWhatIsAskedFor(
      ActionType remedy, String claimed, BigDecimal amount, BigDecimal percent) {
    Refund refund =
        Answered.with(remedy.name())
            .and("refund.percentOfAffected", 100)
            .on(
                "asOf: 2026-06-02, claimedAmount: '%s', problem: {defectiveQuantity: 2}, order: {quantity: 3, unitPrice: '10.00', currency: USD}"
                    .formatted(claimed))
            .refund();
    assertThat(refund.amount()).isEqualTo(amount);
    assertThat(refund.percentOfGoods()).isEqualTo(percent);
  }

  @ParameterizedTest(name = "{0} asked for: {1} of {2}")
  @CsvSource({
    "'30.00', PARTIAL_REFUND, 30.00",
    "'60.00', FULL_REFUND, 60.00",
    "'63.00', FULL_REFUND, 63.00",
    "'80.00', FULL_REFUND, 66.00"
  })
  void aClaimBelowThePriceIsAPart(String claimed, ActionType resolution, BigDecimal amount) {
    Decision decision = allFaulty("desiredOutcome: REFUND, claimedAmount: '" + claimed + "'");
    assertThat(decision.resolution()).isEqualTo(resolution);
    assertThat(decision.actions().get(0).type()).isEqualTo(resolution);
    assertThat(decision.refund().amount()).isEqualTo(amount);
    assertThat(decision.refund().shippingFee())
        .isEqualTo(claimed.equals("80.00") ? ShippingFee.REFUNDED : ShippingFee.NOT_REQUIRED);
  }

  @ParameterizedTest
  @CsvSource({"REPLACEMENT", "STILL_WANT_ITEM"})
  void aBuyerWhoWantedGoodsDidNotChooseTheAmount(String wish) {
    assertThat(allFaulty("desiredOutcome: " + wish + ", claimedAmount: '30.00'").refund().amount())
        .isEqualTo("66.00");
  }

  @ParameterizedTest(name = "dangerous: {0}")
  @CsvSource({"false, ESCALATE_TO_HUMAN", "true, FULL_REFUND"})
  void whereNothingWasPaidAPersonFindsARemedy(boolean dangerous, ActionType resolution) {
    Decision decision =
        Answered.with("FULL_REFUND")
            .and("refund.percentOfAffected", 100)
            .on(
                "asOf: 2026-06-02, order: {quantity: 1, unitPrice: '10.00', discount: '10.00', currency: USD}, problem: {safetyHazard: %s}"
                    .formatted(dangerous));
    assertThat(decision.resolution()).isEqualTo(resolution);
    assertThat(decision.refund() == null).isEqualTo(!dangerous);
  }

  /** Decides on three pieces at 20.00, shipping 6.00, all of them faulty. */
  private static Decision allFaulty(String facts) {
    return Answered.with("FULL_REFUND")
        .and("refund.percentOfAffected", 100)
        .and("refund.shippingFee", "REFUNDED")
        .on(
            "asOf: 2026-06-02, order: {quantity: 3, unitPrice: '20.00', shippingFee: '6.00', currency: USD}, problem: {defectiveQuantity: 3}, "
                + facts);
  }

  @Test
  void claimComesOnTopOfWhatWasGrantedBefore() {
    Refund refund =
        Answered.with("PARTIAL_REFUND")
            .and("refund.percentOfAffected", 100)
            .on(
                "asOf: 2026-06-02, claimedAmount: '4.00', problem: {defectiveQuantity: 2}, order: {quantity: 3, unitPrice: '10.00', currency: USD}, granted: [{type: PARTIAL_REFUND, amount: '5.00'}]")
            .refund();
    assertThat(refund.amount()).isEqualTo("4.00");
    assertThat(refund.percentOfGoods()).isEqualTo("30");
  }
}
