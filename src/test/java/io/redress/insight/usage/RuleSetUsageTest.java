package io.redress.insight.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.insight.usage.RuleSetUsage.UsedRuleSet;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.TableSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleSetUsageTest {
  private static final LocalDate EARLIER = LocalDate.of(2026, 3, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 9);

  @Test
  void rowsWithTheSameCellsKeepTheirUsageWhereverTheyAre() {
    List<TableSheet> before =
        table("a.xlsx")
            .row("LOST", "-", "FIRST")
            .row("DAMAGED", "> 3", "SECOND")
            .row("-", "-", "THIRD")
            .sheets();
    List<TableSheet> after =
        table("b.xlsx")
            .row("EMPTY_BOX", "-", "NEW")
            .row("LOST", null, "FIRST")
            .row("DAMAGED", "> 4", "SECOND")
            .row("-", "-", "THIRD")
            .sheets();

    RuleSetUsage usage =
        usage(
            after,
            used(before, Map.of(4, use(3, EARLIER, "2.50"), 5, use(7, LATER, "1"))),
            used(after, Map.of(5, use(2, LATER, "0.25"), 7, use(1, EARLIER, null))));

    assertThat(usage.rows())
        .extracting(RowUsage::row, RowUsage::decisions, RowUsage::lastUsed)
        .containsExactly(
            tuple(4, 0L, null), tuple(5, 5L, LATER), tuple(6, 0L, null), tuple(7, 1L, EARLIER));
    assertThat(usage.rows().get(1).money())
        .containsExactly(new RuleSetUsage.MoneySum("USD", new BigDecimal("2.75"), BigDecimal.ZERO));
    assertThat(usage.rows().get(3).money()).isEmpty();
    assertThat(usage.rows().get(1).cases()).containsExactly("lost-1");
  }

  @Test
  void rowOfAnotherTableIsAnotherRow() {
    List<TableSheet> before = table("a.xlsx").row("LOST", "-", "FIRST").sheets();
    List<TableSheet> after = other("a.xlsx").row("LOST", "-", "FIRST").sheets();

    assertThat(usage(after, used(before, Map.of(4, use(3, EARLIER, null)))).rows())
        .extracting(RowUsage::decisions)
        .containsExactly(0L);
  }

  /** The second of two equal rows is not the first one. */
  @Test
  void equalRowsDifferByTheirOrder() {
    List<TableSheet> sheets =
        table("a.xlsx").row("LOST", "-", "FIRST").row("LOST", "-", "FIRST").sheets();

    assertThat(usage(sheets, used(sheets, Map.of(4, use(3, EARLIER, null)))).rows())
        .extracting(RowUsage::decisions)
        .containsExactly(3L, 0L);
  }

  @Test
  void newColumnLeavesRowsWithoutValueInItTheSame() {
    List<TableSheet> before = table("a.xlsx").row("LOST", "-", "FIRST").sheets();
    List<TableSheet> after =
        new Fixture(
                "a.xlsx",
                WorkbookFixture.table("one", "FIRST", "platform", "reason", "daysLate", "-> why"))
            .row("-", "LOST", "-", "FIRST")
            .row("EBAY", "LOST", "-", "FIRST")
            .sheets();

    assertThat(usage(after, used(before, Map.of(4, use(3, EARLIER, null)))).rows())
        .extracting(RowUsage::decisions)
        .containsExactly(3L, 0L);
  }

  private record Fixture(String file, WorkbookFixture workbook) {
    Fixture row(Object... cells) {
      workbook.row(cells);
      return this;
    }

    List<TableSheet> sheets() {
      return TableSheet.all(Map.of(file, workbook.bytes()));
    }
  }

  private static Fixture table(String file) {
    return new Fixture(file, WorkbookFixture.table("one", "FIRST", "reason", "daysLate", "-> why"));
  }

  private static Fixture other(String file) {
    return new Fixture(file, WorkbookFixture.table("two", "FIRST", "reason", "daysLate", "-> why"));
  }

  private static RuleSetUsage usage(List<TableSheet> sheets, UsedRuleSet... used) {
    return RuleSetUsage.of(
        sheets,
        RowIdentities.of(sheets),
        List.of(used),
        Map.of(place(sheets, 5), List.of("lost-1")));
  }

  private static UsedRuleSet used(List<TableSheet> sheets, Map<Integer, RowUse> rows) {
    Map<RowPlace, RowUse> byPlace = new HashMap<>();
    rows.forEach((row, use) -> byPlace.put(place(sheets, row), use));
    return new UsedRuleSet(RowIdentities.of(sheets), byPlace);
  }

  private static RowPlace place(List<TableSheet> sheets, int row) {
    var table = sheets.get(0).table();
    return new RowPlace(table.file(), table.sheet(), row);
  }

  private static RowUse use(long decisions, LocalDate last, String refunds) {
    SortedMap<String, Amounts> money = new TreeMap<>();
    if (refunds != null) {
      money.put("USD", new Amounts(new BigDecimal(refunds), BigDecimal.ZERO));
    }
    return new RowUse(decisions, last, money);
  }
}
