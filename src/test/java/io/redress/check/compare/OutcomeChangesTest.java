package io.redress.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.CpuTime;
import io.redress.Patience;
import io.redress.rules.source.WorkbookFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutcomeChangesTest {

  @Test
  void changedOutcomeIsDescribedWithItsFacts() {
    var region =
        ComparisonFixture.change(goodwill("[10..14]", 5), goodwill("[10..14]", 10))
            .outcomes()
            .regions()
            .get(0);

    assertThat(region.sentence())
        .hasToString(
            "goodwill: where reason is LOST and daysLate is from 10 to 14,"
                + " nextOrderDiscountPercent goes from 5 to 10");
    assertThat(region.sentence().in(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo(
            "goodwill：当 reason 为 LOST，且 daysLate 为 10 至 14 时，nextOrderDiscountPercent 由 5 变为 10");
    assertThat(region.where()).extractingByKey("reason").hasToString("is LOST");
    assertThat(region.where()).extractingByKey("daysLate").hasToString("is from 10 to 14");
    assertThat(region.before())
        .containsExactly(Map.of("nextOrderDiscountPercent", BigDecimal.valueOf(5)));
    assertThat(region.after())
        .containsExactly(Map.of("nextOrderDiscountPercent", BigDecimal.valueOf(10)));
    assertThat(region.example())
        .isEqualTo(Map.of("reason", "LOST", "daysLate", BigDecimal.valueOf(10)));
  }

  @Test
  void widerConditionChangesOnlyAddedFacts() {
    assertThat(ComparisonFixture.sentences(goodwill("[10..14]", 5), goodwill("[8..14]", 5)))
        .containsExactly(
            "goodwill: where reason is LOST and daysLate is from 8 to 9, no row matched before,"
                + " now: nextOrderDiscountPercent 5");
    assertThat(ComparisonFixture.sentences(goodwill("[8..14]", 5), goodwill("[8..12]", 5)))
        .containsExactly(
            "goodwill: where reason is LOST and daysLate is from 13 to 14, no row matches any more,"
                + " before: nextOrderDiscountPercent 5");
  }

  private static WorkbookFixture goodwill(String days, int discount) {
    return WorkbookFixture.table(
            "goodwill", "UNIQUE", "reason", "daysLate", "-> nextOrderDiscountPercent")
        .row("LOST", days, discount)
        .row("IN_TRANSIT", "> 20", 3);
  }

  @Test
  void factsMatchedByRowsAboveDoNotChange() {
    assertThat(ComparisonFixture.sentences(byReason("A"), byReason("B")))
        .containsExactly("remedy: where reason is not LOST, why goes from A to B");
  }

  private static WorkbookFixture byReason(String others) {
    return WorkbookFixture.table("remedy", "FIRST", "reason", "-> why")
        .row("LOST", "X")
        .row("-", others);
  }

  @Test
  void adjacentRegionsAreMerged() {
    var before =
        WorkbookFixture.table("remedy", "FIRST", "daysLate", "-> why")
            .row("< 0", "A")
            .row("[0..7]", "A")
            .row("(7..9]", "A")
            .row("> 9", "C");
    var after =
        WorkbookFixture.table("remedy", "FIRST", "daysLate", "-> why")
            .row("< 0", "B")
            .row("[0..7]", "B")
            .row("(7..9]", "B")
            .row("> 9", "C");

    assertThat(ComparisonFixture.sentences(before, after))
        .containsExactly("remedy: where daysLate is up to 9, why goes from A to B");
  }

  @Test
  void swappingDisjointRowsChangesNothing() {
    var outcomes =
        ComparisonFixture.change(twoRows(true, "[5..9]"), twoRows(false, "[5..9]")).outcomes();

    assertThat(outcomes.summary()).hasToString("no outcome changes");
    assertThat(outcomes.regions()).isEmpty();
  }

  @Test
  void swappingOverlappingRowsChangesTheirOverlap() {
    assertThat(ComparisonFixture.sentences(twoRows(true, "[4..9]"), twoRows(false, "[4..9]")))
        .containsExactly("remedy: where daysLate is 4, why goes from A to B");
  }

  private static WorkbookFixture twoRows(boolean firstA, String rangeOfB) {
    var table = WorkbookFixture.table("remedy", "FIRST", "daysLate", "-> why");
    return firstA
        ? table.row("[0..4]", "A").row(rangeOfB, "B")
        : table.row(rangeOfB, "B").row("[0..4]", "A");
  }

  @Test
  void collectTableReportsOnlyChangedOutcomes() {
    assertThat(ComparisonFixture.sentences(followUp("B", "C"), followUp("B", "D")))
        .containsExactly("follow-up: where reason is LOST, why goes from C to D");
    assertThat(ComparisonFixture.sentences(followUp("B", "C"), followUp("B")))
        .containsExactly("follow-up: where reason is LOST, no longer: why C");
    assertThat(ComparisonFixture.sentences(followUp("B"), followUp("B", "C")))
        .containsExactly("follow-up: where reason is LOST, newly: why C");
  }

  @Test
  void collectTableReportsChangedOrder() {
    assertThat(ComparisonFixture.sentences(followUp("B", "C"), followUp("C", "B")))
        .containsExactly(
            "follow-up: where reason is LOST, the order of outcomes goes from why B; why C to why C;"
                + " why B");
  }

  private static WorkbookFixture followUp(String... answers) {
    var table = WorkbookFixture.table("follow-up", "COLLECT", "reason", "-> why");
    for (String answer : answers) {
      table.row("LOST", answer);
    }
    return table.row("DAMAGED", "E");
  }

  @Test
  void newColumnMatchedEverythingBefore() {
    var before = WorkbookFixture.table("remedy", "FIRST", "reason", "-> why").row("LOST", "A");
    var after =
        WorkbookFixture.table("remedy", "FIRST", "evidence.types", "reason", "-> why")
            .row("PHOTO, VIDEO", "LOST", "A");

    assertThat(ComparisonFixture.sentences(before, after))
        .containsExactly(
            "remedy: where evidence.types does not hold PHOTO or VIDEO or is not known and reason"
                + " is LOST, no row matches any more, before: why A");
  }

  @Test
  void changedHitPolicyComparesAllRows() {
    var before = WorkbookFixture.table("remedy", "FIRST", "reason", "-> why");
    var after = WorkbookFixture.table("remedy", "COLLECT", "reason", "-> why");
    for (var table : List.of(before, after)) {
      table.row("LOST", "A").row("-", "B");
    }

    assertThat(ComparisonFixture.sentences(before, after))
        .containsExactly("remedy: where reason is LOST, newly: why B");
  }

  @Test
  @Timeout(Patience.SECONDS)
  void fewChangesOfLongTableAreFoundQuickly() {
    var before = prices(0);
    var after = prices(3);
    Map<String, byte[]> filesBefore = Map.of("a.xlsx", before.bytes());
    Map<String, byte[]> filesAfter = Map.of("a.xlsx", after.bytes());
    var tablesBefore = ComparisonFixture.tables(filesBefore);
    var tablesAfter = ComparisonFixture.tables(filesAfter);

    List<TableChange> changes = new ArrayList<>();
    Duration time =
        CpuTime.of(
            () ->
                changes.addAll(
                    RuleSetChanges.between(
                            filesBefore, tablesBefore, filesAfter, tablesAfter, Patience.LIMIT)
                        .tables()));
    TableChange change = changes.get(0);

    assertThat(change.rows()).hasSize(3);
    assertThat(change.outcomes().regions())
        .extracting(region -> region.sentence().toString())
        .containsExactly(
            "prices: where situation is S7 and daysLate is from 5 to 9 and order.unitPrice is"
                + " from 17"
                + " to below 18, from 3017 to below 3018 or from 6017 to below 6018,"
                + " respondWithinDays goes from 8 to 7");
    assertThat(time).isLessThan(Duration.ofSeconds(5));
  }

  private static WorkbookFixture prices(int changed) {
    var table =
        WorkbookFixture.table(
            "prices", "FIRST", "situation", "daysLate", "order.unitPrice", "-> respondWithinDays");
    for (int row = 0; row < 10_000; row++) {
      table.row(
          "S" + row % 10,
          "[" + row / 10 % 10 * 5 + ".." + (row / 10 % 10 * 5 + 4) + "]",
          "[" + row + ".." + (row + 1) + ")",
          row % 3_000 == 17 && row / 3_000 < changed ? 7 : 8);
    }
    return table;
  }

  @Test
  void expiredBudgetIsReported() {
    Random random = new Random(1);
    List<Object[]> rows = new ArrayList<>();
    for (int row = 0; row < 1_000; row++) {
      Object[] cells = new Object[6];
      for (int cell = 0; cell < 5; cell++) {
        int low = 1 + random.nextInt(90);
        cells[cell] = "[" + low + ".." + (low + 10 + random.nextInt(80)) + "]";
      }
      cells[5] = "W" + row;
      rows.add(cells);
    }
    var before = hard(rows, "A");
    var after = hard(rows, "B");
    Map<String, byte[]> filesBefore = Map.of("a.xlsx", before.bytes());
    Map<String, byte[]> filesAfter = Map.of("a.xlsx", after.bytes());

    var outcomes =
        RuleSetChanges.between(
                filesBefore,
                ComparisonFixture.tables(filesBefore),
                filesAfter,
                ComparisonFixture.tables(filesAfter),
                Duration.ofMillis(100))
            .tables()
            .get(0)
            .outcomes();

    assertThat(outcomes.finished()).isFalse();
    assertThat(outcomes.summary().toString())
        .endsWith("there was no time to compare outcomes where these rows match: 1004 before");
  }

  private static WorkbookFixture hard(List<Object[]> rows, String last) {
    var table =
        WorkbookFixture.table(
            "hard",
            "FIRST",
            "daysLate",
            "order.unitPrice",
            "order.quantity",
            "order.shippingFee",
            "daysSinceShipped",
            "-> why");
    rows.forEach(table::row);
    return table.row("-", "-", "-", "-", "-", last);
  }
}
