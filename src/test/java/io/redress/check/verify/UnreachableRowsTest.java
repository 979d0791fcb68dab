package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.WorkbookFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableRowsTest {

  @Test
  void rowsAboveTogetherMakeARowUnreachable() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("DAMAGED", "-", "A")
            .row("-", "> 7", "B")
            .row("LOST", "<= 7", "C")
            .row("LOST", "[0..30]", "D");

    assertThat(VerificationFixture.findings(table, Code.UNREACHABLE))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.WARNING);
              assertThat(found.rows()).containsExactly(7, 5, 6);
            })
        .hasToString(
            "warning: a.xlsx, remedy: row 7 is unreachable: rows 5 and 6 already match"
                + " everything that it matches. Move it up, or delete it. [UNREACHABLE]");
  }

  @Test
  void rowIsReachableByUnknownFact() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "daysLate", "-> why")
            .row("> 7", "A")
            .row("<= 7", "B")
            .row("-", "C");

    assertThat(VerificationFixture.findings(table, Code.UNREACHABLE)).isEmpty();
  }

  @Test
  void allWordsOfClosedListMakeKnownUnreachable() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "disputeType", "-> why")
            .row("NOT_RECEIVED", "A")
            .row("NOT_AS_DESCRIBED", "B")
            .row("known", "C");

    assertThat(unreachable(table)).containsExactly(List.of(6, 4, 5));
  }

  @Test
  void openListAlwaysHasAnotherWord() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "situation", "-> why")
            .row("LOST", "A")
            .row("not(LOST, MOVING)", "B")
            .row("known", "C")
            .row("MOVING", "D");

    assertThat(unreachable(table)).containsExactly(List.of(7, 6));
  }

  @Test
  void listsOfWordsAreSets() {
    var table =
        WorkbookFixture.table("evidence", "FIRST", "evidence.types", "-> why")
            .row("PHOTO", "A")
            .row("VIDEO", "B")
            .row("PHOTO, VIDEO", "C")
            .row("not(PHOTO)", "D")
            .row("DOCUMENT", "E");

    assertThat(unreachable(table)).containsExactly(List.of(6, 4, 5), List.of(8, 4, 7));
  }

  @Test
  void rowWithUnsatisfiableConditionIsUnreachableUnderAnyHitPolicy() {
    var table =
        WorkbookFixture.table("remedy", "COLLECT", "order.quantity", "daysLate", "-> why")
            .row("< 1", "-", "A")
            .row("-", "(7..8)", "B")
            .row("-", "(7..9)", "C");

    assertThat(VerificationFixture.findings(table))
        .extracting(Finding::message)
        .containsExactly(
            "row 4 is unreachable: no order.quantity satisfies < 1. Correct or delete it.",
            "row 5 is unreachable: no daysLate satisfies (7..8). Correct or delete" + " it.");
  }

  private static List<List<Integer>> unreachable(WorkbookFixture table) {
    return VerificationFixture.findings(table, Code.UNREACHABLE).stream()
        .map(Finding::rows)
        .toList();
  }

  @Test
  void furtherUnreachableRowsAreOnlyCounted() {
    var table = WorkbookFixture.table("remedy", "FIRST", "daysLate", "-> why").row(">= 0", "A");
    for (int row = 0; row < 2_000; row++) {
      table.row(row, "B");
    }

    assertThat(VerificationFixture.findings(table, Code.UNREACHABLE))
        .hasSize(101)
        .last()
        .hasToString("warning: a.xlsx, remedy: 1,900 more rows are unreachable. [UNREACHABLE]");
  }
}
