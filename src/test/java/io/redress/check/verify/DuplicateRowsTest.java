package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.WorkbookFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateRowsTest {

  @Test
  void equivalentConditionsAreDuplicates() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST, IN_TRANSIT", "> 7", "A")
            .row("LOST", "> 7", "B")
            .row("IN_TRANSIT, LOST", ">= 8", "C");

    assertThat(VerificationFixture.findings(table, Code.DUPLICATE))
        .singleElement()
        .hasToString(
            "warning: a.xlsx, remedy: rows 4 and 6 match exactly the same facts. Delete one of"
                + " them."
                + " [DUPLICATE]");
  }

  @Test
  void duplicateIsNotReportedAsUnreachable() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "-> why")
            .row("LOST", "A")
            .row("LOST", "A");

    assertThat(VerificationFixture.findings(table))
        .filteredOn(found -> found.severity() == Severity.WARNING)
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.DUPLICATE, List.of(4, 5)));
  }

  @Test
  void furtherDuplicatesAreOnlyCounted() {
    var table = WorkbookFixture.table("remedy", "FIRST", "reason", "-> why");
    for (int row = 0; row < 2_001; row++) {
      table.row("LOST", "A");
    }

    assertThat(VerificationFixture.findings(table, Code.DUPLICATE))
        .hasSize(101)
        .last()
        .hasToString(
            "warning: a.xlsx, remedy: 1,900 more rows match exactly the facts of a row above them."
                + " [DUPLICATE]");
  }

  @Test
  void collectTablesMayRepeatConditionsWithOtherOutcomes() {
    var table =
        WorkbookFixture.table("follow-up", "COLLECT", "reason", "-> why")
            .row("LOST", "A")
            .row("LOST", "B")
            .row("LOST", "B");

    assertThat(VerificationFixture.findings(table))
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.DUPLICATE, List.of(5, 6)));
  }
}
