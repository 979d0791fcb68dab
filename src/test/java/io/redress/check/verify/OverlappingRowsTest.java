package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.WorkbookFixture;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlappingRowsTest {

  @Test
  void overlapInUniqueTableIsAnError() {
    var table =
        WorkbookFixture.table("remedy", "UNIQUE", "reason", "daysLate", "-> why")
            .row("LOST, IN_TRANSIT", ">= 7", "A")
            .row("LOST", "< 0", "B")
            .row("LOST", "[0..7]", "C");

    assertThat(VerificationFixture.findings(table, Code.OVERLAP))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.ERROR);
              assertThat(found.rows()).containsExactly(4, 6);
              assertThat(found.example())
                  .containsEntry("reason", "LOST")
                  .containsEntry("daysLate", BigDecimal.valueOf(7))
                  .hasSize(2);
            })
        .hasToString(
            "error: a.xlsx, remedy: rows 4 and 6 both match reason LOST, daysLate 7, with"
                + " different outcomes. Narrow the conditions of one of them, or write FIRST in"
                + " D1. [OVERLAP]");
  }

  @Test
  void adjacentIntegerRangesDoNotOverlap() {
    var table =
        WorkbookFixture.table("remedy", "UNIQUE", "daysLate", "-> why")
            .row("> 7", "A")
            .row("< 8", "B");

    assertThat(VerificationFixture.findings(table, Code.OVERLAP)).isEmpty();
  }

  @Test
  void rowsWithEqualOutcomesMayOverlap() {
    var table =
        WorkbookFixture.table("remedy", "UNIQUE", "daysLate", "-> why")
            .row("> 7", "A")
            .row("> 3", "A");

    assertThat(VerificationFixture.findings(table, Code.OVERLAP)).isEmpty();
  }

  @Test
  void furtherOverlapsAreOnlyCounted() {
    var table = WorkbookFixture.table("remedy", "UNIQUE", "daysLate", "-> why");
    IntStream.range(0, 6).forEach(day -> table.row("> " + day, "W" + day));

    List<Finding> overlaps = VerificationFixture.findings(table, Code.OVERLAP);

    assertThat(overlaps).hasSize(11);
    assertThat(overlaps.get(10).message()).startsWith("5 more pairs of rows overlap");
  }
}
