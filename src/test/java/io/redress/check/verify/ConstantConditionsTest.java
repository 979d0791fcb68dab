package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.WorkbookFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantConditionsTest {

  /** A list means "or", and everything is at least 5 or at most 10. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          daysLate           | >= 5, <= 10                  | Did you mean [5..10]?
          daysLate           | < 10, > 5                    | Did you mean (5..10)?
          daysLate           | <= 10, > 5                   | Did you mean (5..10]?
          daysLate           | <= 5, > 5                    | Write known
          daysLate           | <= 5, >= 6                   | Write known
          daysLate           | < 0, [0..7], > 7             | Write known
          daysLate           | not([7..8], < 7, > 8)        |
          defectRatePercent  | [0..100]                     | Write known
          defectRatePercent  | <= 100                       | Write known
          order.quantity     | >= 1                         | Write known
          shipment.shippedOn | >= 2026-01-01, < 2026-02-01  | Did you mean [2026-01-01..2026-02-01)?
          disputeType        | NOT_RECEIVED, NOT_AS_DESCRIBED | Write known
          replacementAvailable | true, false                | Write known
          order.unitPrice    | <= 5, > 5                    | Write known
          """)
  void conditionThatEveryValueSatisfies(String name, String condition, String advice) {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", name, "-> why")
            .row("LOST", condition, "A");

    List<Finding> found = VerificationFixture.findings(table, Code.ALWAYS_TRUE);

    if (advice == null) {
      assertThat(found).isEmpty();
      return;
    }
    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.severity()).isEqualTo(Severity.WARNING);
              assertThat(one.cell()).isEqualTo("B4");
              assertThat(one.rows()).containsExactly(4);
              assertThat(one.message()).contains(advice);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          daysLate             | >= 5
          daysLate             | known
          daysLate             | -
          daysLate             | < 5, > 5
          order.unitPrice      | <= 5, >= 6
          situation            | LOST, MOVING
          disputeType          | NOT_RECEIVED
          order.quantity       | > 1
          """)
  void conditionThatAsksSomething(String name, String condition) {
    var table =
        WorkbookFixture.table("remedy", "FIRST", name, "-> why")
            .row(condition, "A")
            .row("5".equals(condition) ? "-" : "known", "B");

    assertThat(VerificationFixture.findings(table, Code.ALWAYS_TRUE)).isEmpty();
  }

  @Test
  void conditionThatNothingSatisfiesIsNamedByItsCell() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST", "not(>= 5, <= 10)", "A")
            .row("LOST", "(5..6)", "A");

    assertThat(VerificationFixture.findings(table, Code.UNREACHABLE))
        .extracting(Finding::toString)
        .containsExactly(
            "warning: a.xlsx, remedy!B4: row 4 is unreachable: no daysLate satisfies"
                + " not(>= 5, <= 10). Correct or delete it. [UNREACHABLE]",
            "warning: a.xlsx, remedy!B5: row 5 is unreachable: no daysLate satisfies (5..6)."
                + " Correct or delete it. [UNREACHABLE]");
  }

  /** A warning of the reader of cells becomes a finding of the same code. */
  @Test
  void everyWarningIsAFinding() {
    assertThat(Stream.of(CellWarning.Code.values()))
        .allSatisfy(
            code -> {
              Finding finding =
                  Finding.of(new CellWarning("a.xlsx", "S", "D7", 7, code, "odd."), "remedy");
              assertThat(finding)
                  .hasToString("warning: a.xlsx, S!D7: odd. [" + code + "]")
                  .extracting(Finding::cell, Finding::rows, Finding::table)
                  .containsExactly("D7", List.of(7), "remedy");
            });
  }
}
