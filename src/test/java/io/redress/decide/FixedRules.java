package io.redress.decide;

import io.redress.decision.Action;
import io.redress.decision.ActionType;
import io.redress.decision.Assessment;
import io.redress.decision.CaseStatus;
import io.redress.decision.Dates;
import io.redress.decision.Decision;
import io.redress.decision.EvidenceNeed;
import io.redress.decision.Letter;
import io.redress.decision.Refund;
import io.redress.decision.RuleSetId;
import io.redress.decision.RuleSource;
import io.redress.decision.Warning;
import io.redress.dispute.Country;
import io.redress.dispute.Dispute;
import io.redress.ruleset.RuleSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Rules that refund a third whatever the facts, and break on {@link #BREAKING} items. */
public final class FixedRules implements RuleSet {
  public static final String BREAKING = "nitroglycerin";

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public RuleSetId id() {
    return RuleSetId.of("0123456789abcdef".repeat(4));
  }

  @Override
  public LocalDate today(Country country, Instant now) {
    return LocalDate.ofInstant(now, SHANGHAI);
  }

  @Override
  public Decision decide(Dispute dispute) {
    if (BREAKING.equals(dispute.order().item())) {
      throw new IllegalStateException("io.redress.engine.Broken: " + dispute);
    }
    Refund refund =
        new Refund(
            new BigDecimal("10.00"),
            Currency.getInstance("USD"),
            new BigDecimal("33.330"),
            Refund.ShippingFee.NOT_REQUIRED);
    return new Decision(
        dispute.disputeId(),
        dispute.asOf(),
        id(),
        ActionType.PARTIAL_REFUND,
        List.of(
            new Action.Refunding(ActionType.PARTIAL_REFUND, refund),
            new Action.NextOrderDiscount(new BigDecimal("5.00"))),
        "DELAY",
        new BigDecimal("5E+1"),
        refund,
        null,
        new EvidenceNeed(false, List.of()),
        new Dates(null, null, LocalDate.of(2026, 3, 12)),
        null,
        null,
        CaseStatus.RESOLVED,
        new Assessment(
            dispute,
            null,
            new BigDecimal("35.00"),
            null,
            null,
            null,
            9,
            null,
            null,
            null,
            null,
            -3,
            "NONE",
            "NONE",
            null,
            "NONE",
            List.of()),
        List.of(new Warning("ODD", "/order/item", "An odd item.")),
        List.of(
            new RuleSource.TableRow("delay 7", "delay.xlsx", "Delay", 7, List.of("A7", "D7")),
            new RuleSource.DrlRule("reply", "flow.drl", 12)),
        new Letter(Locale.forLanguageTag("pt-BR"), "Pedido", "Ol\u00e1"));
  }
}
