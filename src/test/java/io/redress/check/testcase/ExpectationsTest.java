package io.redress.check.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.expectation.Decisions;
import io.redress.rules.source.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations that test cases can write, compared with {@link Decisions#refunding}. */
class ExpectationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolution: PARTIAL_REFUND",
        "refund.amount: \"28.00\"",
        "refund.amount: 28",
        "refund: {amount: 28.0, currency: USD}",
        "nextOrderDiscountPercent: 5.0",
        "assessment.defectRatePercent: \"35.00\"",
        "assessment.daysLate: -3",
        "dates.shipBefore: 2015-03-05",
        "dates: {shipBefore: \"2015-03-05\", respondBy: absent}",
        "replacementQuantity: null",
        "evidence.required: false",
        "evidence.types: [PHOTO, VIDEO]",
        "evidence.types: {contains: [VIDEO]}",
        "resolution: {anyOf: [FULL_REFUND, PARTIAL_REFUND]}",
        "replacementQuantity: {anyOf: [7, absent]}",
        "nextOrderDiscountPercent: {from: 5, to: 7}",
        "nextOrderDiscountPercent: \"[5..7]\"",
        "nextOrderDiscountPercent: \"(3..5.5)\"",
        "nextOrderDiscountPercent: \">= 5\"",
        "nextOrderDiscountPercent: < 6",
        "nextOrderDiscountPercent.to: 5",
        "dates.shipBefore: {to: 2015-03-05}",
        "dates.shipBefore: \"[2015-03-01..2015-03-05]\"",
        "refund.amount: {anyOf: [\"(0..1)\", \">= 28\"]}",
        "actions: [{type: PARTIAL_REFUND, amount: 28}, {percent: 5}, CARRIER_CLAIM]",
        "actions: {contains: [CARRIER_CLAIM, {type: NEXT_ORDER_DISCOUNT, percent: 5}]}",
        "actions.contains: CARRIER_CLAIM",
        "warnings: {contains: DEFECTS_NOT_ALL_NAMED}",
        "trace: [{sheet: Goods, row: 7, cells: {contains: F7}}]",
        "letter.body: {contains: [\"5%\", regret]}",
        "letter.body: {lacks: [Voucher]}",
        "actions: {lacks: [REJECT, {type: REPLACEMENT, quantity: 7}]}",
        "letter: {locale: pt-BR}",
        "disputeId: one",
      })
  void expectationIsMet(String expect) {
    assertThat(
            TestCaseFixture.cases(TestCaseFixture.expecting(expect))
                .run(Decisions::refunding)
                .failures())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "resolution: REJECT | resolution: expected REJECT, was PARTIAL_REFUND",
        "nextOrderDiscountPercent: 3 | nextOrderDiscountPercent: expected 3, was 5",
        "refund.amount: \"28.0\" | refund.amount: expected 28.0, was 28.00",
        "refund.amount: 27.99 | refund.amount: expected 27.99, was 28.00",
        "refund: {currency: EUR} | refund.currency: expected EUR, was USD",
        "refund: absent | refund: expected absent, was {amount 28.00,",
        "replacementQuantity: 7 | replacementQuantity: expected 7, was absent",
        "dates.respondBy: 2015-03-05 | dates.respondBy: expected 2015-03-05, was absent",
        "dates.shipBefore: {from: 2015-03-06} | dates.shipBefore: expected >= 2015-03-06, was 2015",
        "dates.shipBefore: 5 | dates.shipBefore: expected 5, was 2015-03-05",
        "nextOrderDiscountPercent: \"[6..9)\" | expected [6..9), was 5",
        "nextOrderDiscountPercent: \"(5..9]\" | expected (5..9], was 5",
        "nextOrderDiscountPercent: < 5 | expected < 5, was 5",
        "nextOrderDiscountPercent: {from: 2, to: 4} | expected <= 4, was 5",
        "replacementQuantity: \">= 0\" | expected >= 0, was absent",
        "resolution: {anyOf: [REJECT, NO_ACTION]} | expected REJECT or NO_ACTION, was PARTIAL",
        "evidence.types: [VIDEO, PHOTO] | evidence.types[0]: expected VIDEO, was PHOTO",
        "evidence.types: [PHOTO] | evidence.types: expected [PHOTO], was [PHOTO, VIDEO]",
        "evidence.types: {contains: DOCUMENT} | expected a list with DOCUMENT, was [",
        "actions: {contains: REJECT} | expected a list with {type REJECT}, was [{",
        "warnings: [] | warnings: expected [], was [{",
        "letter.body: {lacks: [Voucher, regret]} | a text without regret, was We regret",
        "letter.body: {contains: [regret, Voucher]} | a text with Voucher, was We regret"
            + " it. 5",
        "evidence.required: true | evidence.required: expected true, was false",
      })
  void expectationIsNotMet(String expect, String message) {
    assertThat(
            TestCaseFixture.cases(TestCaseFixture.expecting(expect))
                .run(Decisions::refunding)
                .failures())
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void outcomeListsAllDifferences() {
    var report =
        TestCaseFixture.cases(
                TestCaseFixture.expecting(
                    "{nextOrderDiscountPercent: 3, caseStatus: OPEN, disputeId: one}"))
            .run(Decisions::refunding);

    assertThat(report.failures())
        .singleElement()
        .hasToString(
            "one: nextOrderDiscountPercent: expected 3, was 5; caseStatus: expected OPEN, was"
                + " RESOLVED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "resolutoin: absent | UNKNOWN_NAME | resolutoin is not a known name here. Did you mean"
            + " resolution?",
        "refund.amont: 5 | UNKNOWN_NAME | refund.amont is not a known name here. Did you mean"
            + " amount?",
        "resolution.name: A | UNKNOWN_NAME | This value has no members.",
        "decidedAt: absent | UNKNOWN_NAME | decidedAt is not a known name here.",
        "actions: [{typ: REJECT}] | UNKNOWN_NAME | Did you mean type?",
        "resolution: {anyOf: [REFUSE]} | VALUE_NOT_ALLOWED | REFUSE is not allowed here.",
        "actions: {contains: [REPLACMENT]} | VALUE_NOT_ALLOWED | Did you mean REPLACEMENT?",
        "resolution: {anyOf: []} | EXPECTS_NOTHING | the list of anyOf is empty.",
        "refund: {} | EXPECTS_NOTHING | the expectation is empty.",
        "resolution: [REJECT] | WRONG_TYPE | write {anyOf: [...]}.",
        "refund: 28 EUR | WRONG_TYPE | a single value is not allowed here.",
        "refund.amount: \"[a..b]\" | WRONG_TYPE | a is neither a number nor a day.",
        "refund.amount: {from: 1, upTo: 5} | UNKNOWN_NAME | upTo is not a known name here.",
      })
  void invalidExpectationIsRefused(String expect, ProblemCode code, String message) {
    assertThat(TestCaseFixture.problems(TestCaseFixture.expecting(expect)))
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.line()).isEqualTo(5);
              assertThat(problem.toString()).startsWith("cases.yaml:5: ").contains(message);
            });
  }
}
