package io.redress.insight.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.compare.TableEdit;
import io.redress.check.kpi.Kpi;
import io.redress.check.kpi.Kpis;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Reason;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.EditMoney;
import io.redress.insight.impact.ImpactReport.KpiChange;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import io.redress.insight.impact.TriedRules.Edit;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The shipped rules against edits of them: what is added up, against plain decisions. */
class ImpactLawsTest {
  private static final int DISPUTES = Integer.getInteger("redress.impact", 2_000);
  private static final int TRIED = 300;
  private static final BigDecimal RATE = new BigDecimal("0.4");

  /** The cap of discounts and a discount above it matter together only. */
  private static final List<Edit> EDITS =
      List.of(
          new Edit("not-received.xlsx", "Make good", "K23", 0.8),
          new Edit("not-received.xlsx", "Make good", "L8", "NOT_REQUIRED"),
          new Edit("not-received.xlsx", "Not traceable", "A5", "> 5"),
          new Edit("promises.xlsx", "Goodwill", "F9", 0.2),
          new Edit("promises.xlsx", "Discount cap", "C6", 0.05));

  private static final List<Kpi> KPIS =
      Kpis.chosen(
          Map.of(
              RuleSetFiles.KPIS,
              """
              - name: left-to-people
                count: {when: {decision: {resolution: ESCALATE_TO_HUMAN}}}
              - name: refunds-for-loss
                sum: {of: /decision/refund/amount, when: {facts: {reason: LOST}}}
              - name: percent-off
                sum: /decision/nextOrderDiscountPercent
              - name: offered-when-not-received
                share:
                  of: {decision: {nextOrderDiscountPercent: "> 0"}}
                  among: {facts: {disputeType: NOT_RECEIVED}}
              - name: never
                count: {when: {decision: {reasonCode: NO_SUCH_REASON}}}
              - name: share-of-none
                share:
                  of: {decision: {resolution: REJECT}}
                  among: {facts: {platform: NOWHERE}}
              - name: by-goodwill
                count: {when: {decision: {trace: {contains: [{sheet: Goodwill}]}}}}
              """
                  .getBytes(StandardCharsets.UTF_8)),
          List.of());

  private static ImpactReport report(Comparison comparison, List<Dispute> disputes) {
    Evaluator evaluator = new Evaluator(comparison, RATE, KPIS);
    Tally tally = new Tally();
    disputes.forEach(dispute -> tally.add(evaluator.evaluate(TriedRules.historical(dispute))));
    return Reporting.withLetters(
        new Reporting(evaluator, false).of(tally),
        comparison.base(),
        comparison.candidate(),
        tally::source);
  }

  /** What a decision costs, worked out from the answer alone. */
  private static BigDecimal cost(Decision decision) {
    Dispute dispute = decision.assessment().dispute();
    if (dispute.order().currency() == null) {
      return BigDecimal.ZERO;
    }
    int digits = dispute.order().currency().getDefaultFractionDigits();
    BigDecimal refund =
        decision.refund() == null || decision.refund().amount() == null
            ? BigDecimal.ZERO
            : decision.refund().amount();
    BigDecimal value = decision.assessment().orderValue();
    BigDecimal discount =
        value == null
            ? BigDecimal.ZERO
            : value
                .multiply(decision.nextOrderDiscountPercent())
                .multiply(RATE)
                .movePointLeft(2)
                .setScale(digits, RoundingMode.HALF_UP);
    return refund.add(discount);
  }

  private static String currency(Dispute dispute) {
    return dispute.order().currency() == null
        ? "unknown"
        : dispute.order().currency().getCurrencyCode();
  }

  /** Sums by currency of what two rule sets pay, and the number of decisions that differ. */
  private static final class Plain {
    private final Map<String, BigDecimal> before = new TreeMap<>();
    private final Map<String, BigDecimal> after = new TreeMap<>();
    private final Map<String, Long> matrix = new TreeMap<>();
    private final Map<String, BigDecimal> byCountry = new HashMap<>();
    private final List<BigDecimal> differences = new ArrayList<>();
    private long changed;

    Plain(RuleSet one, RuleSet other, List<Dispute> disputes) {
      for (Dispute dispute : disputes) {
        Decision then = one.decideWithoutLetter(dispute);
        Decision now = other.decideWithoutLetter(dispute);
        before.merge(currency(dispute), cost(then), BigDecimal::add);
        after.merge(currency(dispute), cost(now), BigDecimal::add);
        matrix.merge(then.resolution() + " " + now.resolution(), 1L, Long::sum);
        if (!then.essence().equals(now.essence())) {
          changed++;
          if (currency(dispute).equals("USD")) {
            differences.add(cost(now).subtract(cost(then)));
          }
        }
        if (currency(dispute).equals("EUR")) {
          byCountry.merge(
              dispute.order().buyerCountry() == null
                  ? "unknown"
                  : dispute.order().buyerCountry().code(),
              cost(now).subtract(cost(then)),
              BigDecimal::add);
        }
      }
    }

    BigDecimal difference(String currency) {
      return after
          .getOrDefault(currency, BigDecimal.ZERO)
          .subtract(before.getOrDefault(currency, BigDecimal.ZERO));
    }
  }

  @Test
  void sumsAreThoseOfDecidingEachDisputeTwice() throws IOException {
    Comparison.Side base = TriedRules.with();
    Comparison.Side candidate = TriedRules.with(EDITS);
    List<Dispute> disputes = TriedRules.disputes(21, DISPUTES).toList();
    ImpactReport report = report(Comparison.of(base, candidate), disputes);
    Plain plain = new Plain(base.rules(), candidate.rules(), disputes);

    assertThat(report.population().found()).isEqualTo(DISPUTES);
    assertThat(report.population().decided()).isEqualTo(DISPUTES);
    assertThat(report.population().undecidable()).isEmpty();
    assertThat(report.changed()).isEqualTo(plain.changed).isGreaterThan(DISPUTES / 100);
    assertThat(report.matrix())
        .allSatisfy(
            cell ->
                assertThat(plain.matrix).containsEntry(cell.from() + " " + cell.to(), cell.count()))
        .hasSameSizeAs(plain.matrix.keySet());
    assertThat(report.money()).hasSameSizeAs(plain.before.keySet());
    for (MoneyChange money : report.money()) {
      assertThat(money.before()).isEqualByComparingTo(plain.before.get(money.currency()));
      assertThat(money.after()).isEqualByComparingTo(plain.after.get(money.currency()));
      assertThat(money.difference()).isEqualByComparingTo(plain.difference(money.currency()));
      assertThat(money.sinceRecorded()).isNull();
      Cost parts = money.parts().after();
      assertThat(parts.refunds().add(parts.shippingFees()).add(parts.duty()).add(parts.discounts()))
          .isEqualByComparingTo(money.after());
    }
    assertThat(report.money())
        .filteredOn(money -> money.currency().equals("USD"))
        .allSatisfy(
            money -> {
              assertThat(money.parts().before().shippingFees())
                  .isGreaterThan(money.parts().after().shippingFees());
              assertThat(money.largest().abs())
                  .isEqualByComparingTo(
                      plain.differences.stream()
                          .map(BigDecimal::abs)
                          .max(Comparator.naturalOrder())
                          .orElseThrow());
            })
        .hasSize(1);
    report
        .byCountry()
        .forEach(
            group ->
                group.money().stream()
                    .filter(amount -> "EUR".equals(amount.currency()))
                    .forEach(
                        amount ->
                            assertThat(amount.difference())
                                .isEqualByComparingTo(plain.byCountry.get(group.key()))));
    assertThat(report.largest().stream().filter(large -> "USD".equals(large.change().currency())))
        .extracting(large -> large.change().difference().abs())
        .usingElementComparator(BigDecimal::compareTo)
        .isEqualTo(
            plain.differences.stream()
                .map(BigDecimal::abs)
                .sorted(Comparator.reverseOrder())
                .limit(Tally.LARGEST)
                .toList());
    assertThat(report.largest())
        .allSatisfy(
            large -> {
              assertThat(large.letterBefore()).isNotNull();
              assertThat(large.letterAfter()).isNotNull();
            });
    assertThat(report.byRow().stream().mapToLong(ImpactReport.RowImpact::changed).sum())
        .isBetween(1L, report.changed());
  }

  @Test
  void kpisAreThoseOfEachDecision() throws IOException {
    Comparison.Side base = TriedRules.with();
    Comparison.Side candidate = TriedRules.with(EDITS);
    List<Dispute> disputes = TriedRules.disputes(25, DISPUTES).toList();
    ImpactReport report = report(Comparison.of(base, candidate), disputes);
    assertThat(KPIS).hasSize(7);
    Map<String, BigDecimal> plain = new TreeMap<>();
    for (boolean after : new boolean[] {false, true}) {
      RuleSet rules = after ? candidate.rules() : base.rules();
      BigDecimal among = BigDecimal.ZERO;
      BigDecimal of = BigDecimal.ZERO;
      for (Dispute dispute : disputes) {
        Decision decision = rules.decideWithoutLetter(dispute);
        BigDecimal percent = decision.nextOrderDiscountPercent();
        if (decision.resolution() == ActionType.ESCALATE_TO_HUMAN) {
          plain.merge("left-to-people null " + after, BigDecimal.ONE, BigDecimal::add);
        }
        if (dispute.reason() == Reason.LOST
            && decision.refund() != null
            && decision.refund().amount() != null) {
          plain.merge(
              "refunds-for-loss " + currency(dispute) + " " + after,
              decision.refund().amount(),
              BigDecimal::add);
        }
        plain.merge("percent-off null " + after, percent, BigDecimal::add);
        if (dispute.disputeType() == DisputeType.NOT_RECEIVED) {
          among = among.add(BigDecimal.ONE);
          of = of.add(percent.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (decision.trace().stream()
            .anyMatch(
                entry ->
                    entry.source() instanceof RuleSource.TableRow row
                        && row.sheet().equals("Goodwill"))) {
          plain.merge("by-goodwill null " + after, BigDecimal.ONE, BigDecimal::add);
        }
      }
      plain.put(
          "offered-when-not-received % " + after,
          of.movePointRight(2).divide(among, 2, RoundingMode.HALF_UP));
    }
    Map<String, BigDecimal> reported = new TreeMap<>();
    for (KpiChange kpi : report.kpis()) {
      String key = kpi.name() + " " + kpi.unit() + " ";
      if (kpi.before() != null && kpi.after() != null) {
        reported.put(key + false, kpi.before());
        reported.put(key + true, kpi.after());
        assertThat(kpi.difference()).isEqualByComparingTo(kpi.after().subtract(kpi.before()));
      }
    }
    assertThat(reported.remove("never null false")).isZero();
    assertThat(reported.remove("never null true")).isZero();
    reported.values().removeIf(value -> value.signum() == 0);
    plain.values().removeIf(value -> value.signum() == 0);
    assertThat(reported.keySet()).isEqualTo(plain.keySet()).hasSizeGreaterThan(8);
    plain.forEach(
        (key, value) -> assertThat(reported.get(key)).as(key).isEqualByComparingTo(value));
    assertThat(report.kpis())
        .filteredOn(kpi -> kpi.name().equals("share-of-none"))
        .allSatisfy(kpi -> assertThat(kpi.before()).isNull())
        .hasSize(1);
    assertThat(report.kpis())
        .filteredOn(kpi -> kpi.name().equals("percent-off"))
        .allSatisfy(kpi -> assertThat(kpi.difference()).isNotEqualByComparingTo("0"))
        .hasSize(1);
  }

  @Test
  void editsHaveTheMoneyThatTheyCauseAloneAndAsTheLast() throws IOException {
    Comparison.Side base = TriedRules.with();
    Comparison.Side candidate = TriedRules.with(EDITS);
    List<Dispute> disputes = TriedRules.disputes(22, TRIED).toList();
    Comparison comparison = Comparison.of(base, candidate);
    assertThat(comparison.edits())
        .extracting(TableEdit::file, TableEdit::sheet, TableEdit::cell)
        .containsExactlyInAnyOrderElementsOf(
            EDITS.stream()
                .map(edit -> Tuple.tuple(edit.file(), edit.sheet(), edit.cell()))
                .toList());
    ImpactReport report = report(comparison, disputes);
    Map<String, BigDecimal> alone = new TreeMap<>();
    Map<String, BigDecimal> together = new TreeMap<>();
    for (Edit edit : EDITS) {
      EditImpact found =
          report.byCell().stream()
              .filter(one -> one.sheet().equals(edit.sheet()) && one.cell().equals(edit.cell()))
              .findFirst()
              .orElseThrow();
      Plain only = new Plain(base.rules(), TriedRules.with(edit).rules(), disputes);
      Plain last =
          new Plain(
              TriedRules.with(EDITS.stream().filter(other -> other != edit).toList()).rules(),
              candidate.rules(),
              disputes);
      assertThat(found.changed()).isEqualTo(only.changed);
      assertThat(found.changedTogether()).isEqualTo(last.changed);
      for (String currency : only.before.keySet()) {
        Optional<EditMoney> money =
            found.money().stream().filter(one -> one.currency().equals(currency)).findFirst();
        assertThat(money.map(EditMoney::alone).orElse(BigDecimal.ZERO))
            .isEqualByComparingTo(only.difference(currency));
        assertThat(money.map(EditMoney::together).orElse(BigDecimal.ZERO))
            .isEqualByComparingTo(last.difference(currency));
        alone.merge(currency, only.difference(currency), BigDecimal::add);
        together.merge(currency, last.difference(currency), BigDecimal::add);
      }
    }
    for (MoneyChange money : report.money()) {
      assertThat(report.joint())
          .filteredOn(joint -> joint.currency().equals(money.currency()))
          .allSatisfy(
              joint -> {
                assertThat(joint.alone().add(alone.get(money.currency())))
                    .isEqualByComparingTo(money.difference());
                assertThat(joint.together().add(together.get(money.currency())))
                    .isEqualByComparingTo(money.difference());
              })
          .hasSize(1);
    }
    assertThat(report.joint()).anySatisfy(joint -> assertThat(joint.alone()).isNotZero());
  }

  @Test
  void whatIsAddedUpInPartsAndReadAgainIsTheSame() throws IOException {
    Comparison comparison = Comparison.of(TriedRules.with(), TriedRules.with(EDITS));
    Evaluator evaluator = new Evaluator(comparison, RATE, KPIS);
    List<HistoricalDispute> disputes =
        TriedRules.disputes(23, 300).map(TriedRules::historical).toList();
    Map<String, HistoricalDispute> byId = new HashMap<>();
    disputes.forEach(dispute -> byId.put(dispute.id(), dispute));
    Tally whole = new Tally();
    Tally parts = new Tally();
    for (HistoricalDispute dispute : disputes) {
      whole.add(evaluator.evaluate(dispute));
      parts.add(evaluator.evaluate(dispute));
      if (parts.found() % 50 == 0) {
        parts = Tally.read(parts.json());
      }
    }
    Reporting reporting = new Reporting(evaluator, false);
    assertThat(parts.json()).isEqualTo(whole.json());
    ImpactReport report = reporting.of(whole);
    assertThat(reporting.of(parts)).isEqualTo(report);
    assertThat(
            Reporting.withLetters(
                report,
                comparison.base(),
                comparison.candidate(),
                id -> Optional.ofNullable(byId.get(id))))
        .isEqualTo(
            Reporting.withLetters(report, comparison.base(), comparison.candidate(), whole::source))
        .isNotEqualTo(report);
  }

  @Test
  void sumsDoNotGrowWithTheDisputes() throws IOException {
    Evaluator evaluator =
        new Evaluator(Comparison.of(TriedRules.with(), TriedRules.with(EDITS)), RATE, KPIS);
    Tally tally = new Tally();
    List<Evaluated> evaluated =
        TriedRules.disputes(24, 200).map(TriedRules::historical).map(evaluator::evaluate).toList();
    evaluated.forEach(tally::add);
    int size = tally.json().length();
    Stream.generate(() -> evaluated).limit(30).flatMap(List::stream).forEach(tally::add);
    assertThat(tally.found()).isEqualTo(31 * 200);
    assertThat(tally.json().length()).isLessThan(2 * size + 4 * Tally.LARGEST * 700);
  }
}
