package io.redress.check.expectation;

import io.redress.domain.RecordOf;
import io.redress.domain.decision.Action;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.EvidenceNeed;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Decisions for tests. */
public final class Decisions {
  public static final RuleSource.TableRow ROW =
      new RuleSource.TableRow("goods row 7", "goods.xlsx", "Goods", 7, List.of("A7", "F7"));

  private static final TraceEntry ENTRY =
      new TraceEntry(ROW, Map.of("resolution", "PARTIAL_REFUND"));

  private Decisions() {}

  /**
   * A refund of seven of twenty pieces at 4.00 dollars, and 5% off the next order; all members set.
   */
  public static Decision refunding(Dispute dispute) {
    LocalDate asOf = Objects.requireNonNull(dispute.asOf());
    var refund =
        new Refund(
            new BigDecimal("28.00"),
            Currency.getInstance("USD"),
            new BigDecimal("35"),
            Refund.ShippingFee.NOT_REQUIRED,
            null,
            null);
    return new Decision(
        Objects.requireNonNull(dispute.disputeId()),
        asOf,
        RuleSetId.of("0123456789abcdef"),
        ActionType.PARTIAL_REFUND,
        List.of(
            new Action.Refunding(ActionType.PARTIAL_REFUND, refund),
            new Action.NextOrderDiscount(new BigDecimal("5")),
            new Action.Plain(ActionType.CARRIER_CLAIM)),
        "DEFECT_PROVEN",
        new BigDecimal("5"),
        refund,
        null,
        Goods.KEEP,
        new EvidenceNeed(false, List.of(Evidence.Type.PHOTO, Evidence.Type.VIDEO)),
        new Dates(null, LocalDate.of(2015, 3, 5), null, null, null, null),
        null,
        null,
        CaseStatus.RESOLVED,
        RecordOf.type(Assessment.class)
            .with("dispute", dispute)
            .with("affectedQuantity", 7)
            .with("defectRatePercent", new BigDecimal("35.00"))
            .with("orderValue", new BigDecimal("80.00"))
            .with("paidAmount", new BigDecimal("80.00"))
            .with("affectedValue", new BigDecimal("28.00"))
            .with("timesEvidenceRequested", 0)
            .with("daysSinceShipped", 10)
            .with("daysLate", -3)
            .with("peakSeason", "NONE")
            .with("holiday", "SPRING_FESTIVAL")
            .with("buyerHoliday", "NONE")
            .build(),
        List.of(new Warning("DEFECTS_NOT_ALL_NAMED", "/problem/defects", "2 are not named.")),
        Map.of(),
        List.of(ENTRY),
        List.of(ENTRY),
        new Letter(Locale.forLanguageTag("pt-BR"), "Refund", "We regret it.\n5% off, promised."));
  }
}
