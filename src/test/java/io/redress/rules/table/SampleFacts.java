package io.redress.rules.table;

import io.redress.domain.RecordOf;
import io.redress.domain.decision.Assessment;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;

/**
 * The atomizers, with different facts of every kind, so that a term that reads the wrong one is
 * detected.
 */
final class SampleFacts {
  private static final LocalDate TODAY = LocalDate.of(2015, 2, 15);
  private static final String JSON =
      """
      {"asOf": "2015-02-15", "disputeType": "NOT_AS_DESCRIBED", "reason": "DEFECTIVE",
       "order": {"orderedOn": "2015-02-05", "quantity": 20, "unitPrice": "9.90",
                 "currency": "USD", "buyerCountry": "DE"},
       "shipment": {"shippedOn": "2015-02-09"},
       "problem": {"defectiveQuantity": 7},
       "evidence": {"types": ["VIDEO"]},
       "buyer": {"locale": "en-GB"}}
      """;

  private SampleFacts() {}

  static Assessment assessment() {
    Dispute dispute =
        DisputeReader.read(JSON.getBytes(StandardCharsets.UTF_8), country -> TODAY)
            .fold(
                read -> read,
                problems -> {
                  throw new AssertionError(problems);
                });
    return RecordOf.type(Assessment.class)
        .with("dispute", dispute)
        .with("affectedQuantity", 7)
        .with("defectRatePercent", new BigDecimal("35.00"))
        .with("orderValue", new BigDecimal("198.00"))
        .with("affectedValue", new BigDecimal("69.30"))
        .with("grantedTypes", Set.of(ActionType.REPLACEMENT))
        .with("timesEvidenceRequested", 2)
        .with("daysSinceOrdered", 10)
        .with("daysSinceShipped", 6)
        .with("daysLate", -3)
        .with("peakSeason", "CHRISTMAS")
        .with("holiday", "SPRING_FESTIVAL")
        .with("shippingResumesOn", LocalDate.of(2015, 2, 25))
        .with("buyerHoliday", "CARNIVAL")
        .build();
  }
}
