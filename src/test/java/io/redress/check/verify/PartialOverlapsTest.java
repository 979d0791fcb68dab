package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.WorkbookFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartialOverlapsTest {

  @Test
  void partialOverlapIsNotedOncePerTable() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST", "-", "A")
            .row("-", "> 7", "B")
            .row("not(DAMAGED)", "> 3", "C");

    assertThat(VerificationFixture.overlaps(table))
        .singleElement()
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.NOTE))
        .hasToString(
            "note: a.xlsx, remedy: rows 4 and 5 both match reason LOST, daysLate 8, with"
                + " different outcomes; the upper row applies. Further pairs that may overlap:"
                + " 2. [OVERLAP]");
  }

  @Test
  void exceptionAboveItsRuleIsNotReported() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST", "> 7", "A")
            .row("LOST", "-", "B")
            .row("-", "-", "C");

    assertThat(VerificationFixture.findings(table)).isEmpty();
  }

  @Test
  void overlapCoveredByRowAboveIsNotReported() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST", "> 7", "A")
            .row("LOST", "-", "B")
            .row("-", "> 7", "C");

    assertThat(VerificationFixture.overlaps(table)).isEmpty();
  }

  @Test
  void exampleReachesTheUpperRow() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST", "[8..20]", "A")
            .row("LOST", "-", "B")
            .row("-", "> 7", "C");

    Finding found = VerificationFixture.overlaps(table).get(0);

    assertThat(found.rows()).isEqualTo(List.of(5, 6));
    assertThat(
            VerificationFixture.tables(table)
                .get(0)
                .ask(VerificationFixture.facts(found.example())))
        .singleElement()
        .extracting(row -> row.source().row())
        .isEqualTo(5);
  }
}
