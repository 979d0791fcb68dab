package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.WorkbookFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapsTest {

  @Test
  void gapIsReportedWithExampleAndClosestRows() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("not(LOST)", "-", "A")
            .row("-", "< 0", "B")
            .row("-", "[0..7]", "C")
            .row("-", "[12..30]", "D")
            .row("-", "> 30", "E");

    assertThat(VerificationFixture.findings(table, Code.GAP))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.WARNING);
              assertThat(found.example())
                  .isEqualTo(Map.of("reason", "LOST", "daysLate", BigDecimal.valueOf(8)));
            })
        .hasToString(
            "warning: a.xlsx, remedy: reason LOST, daysLate 8: no row matches; rows 4 and 5 are"
                + " closest. Add a row if one should match. [GAP]");
  }

  @Test
  void innerGapIsReportedBeforeOthers() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "situation", "daysLate", "-> why")
            .row("LOST", "[0..7]", "B")
            .row("LOST", "[9..30]", "D");

    assertThat(VerificationFixture.findings(table, Code.GAP))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.WARNING);
              assertThat(found.example()).isEqualTo(Map.of("daysLate", BigDecimal.valueOf(8)));
            });
  }

  @Test
  void rowsForOtherFactsMakeNoInnerGap() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "situation", "daysLate", "-> why")
            .row("LOST", "<= 7", "B")
            .row("DAMAGED", ">= 9", "D");

    assertThat(VerificationFixture.findings(table, Code.GAP))
        .singleElement()
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.NOTE));
  }

  @Test
  void unknownFactMayBeAGap() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "daysLate", "-> why")
            .row("< 0", "A")
            .row(">= 0", "B");

    assertThat(VerificationFixture.findings(table, Code.GAP))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.message()).startsWith("daysLate not known: no row matches;");
              assertThat(found.example()).isEmpty();
            });
  }

  @Test
  void gapBetweenTwoDaysIsADay() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "shipment.shippedOn", "-> why")
            .row("< 2015-02-18", "A")
            .row("> 2015-02-18", "B")
            .row("not known", "C");

    assertThat(VerificationFixture.findings(table, Code.GAP))
        .singleElement()
        .extracting(Finding::example)
        .isEqualTo(Map.of("shipment.shippedOn", LocalDate.of(2015, 2, 18)));
  }

  @Test
  void moneyHasValuesBetweenNeighbours() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "order.unitPrice", "-> why")
            .row("<= 7", "A")
            .row(">= 8", "B")
            .row("not known", "C");

    assertThat(VerificationFixture.findings(table, Code.GAP))
        .singleElement()
        .extracting(Finding::example)
        .isEqualTo(Map.of("order.unitPrice", new BigDecimal("7.5")));
  }

  @Test
  void rangesUpToTheirLimitsLeaveNoGap() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "defectRatePercent", "-> why")
            .row("[0..50)", "A")
            .row("[50..100]", "B")
            .row("not known", "C");

    assertThat(VerificationFixture.findings(table)).isEmpty();
  }

  @Test
  void collectTablesHaveNoGaps() {
    var table = WorkbookFixture.table("follow-up", "COLLECT", "reason", "-> why").row("LOST", "A");

    assertThat(VerificationFixture.findings(table)).isEmpty();
  }
}
