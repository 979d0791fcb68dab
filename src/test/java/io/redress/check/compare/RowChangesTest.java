package io.redress.check.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.check.compare.RowChange.CellChange;
import io.redress.check.compare.RuleSetChanges.FileChange;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Percent;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowChangesTest {

  @Test
  void filesOfEveryKindAreCompared() {
    Tables none = ComparisonFixture.tables(Map.of());
    Map<String, byte[]> before =
        Map.of(
            "flow.drl", bytes("a"), "letters/en.txt", bytes("b"), "test-cases/a.yaml", bytes("c"));
    Map<String, byte[]> after =
        Map.of("flow.drl", bytes("a"), "letters/en.txt", bytes("B"), "letters/de.txt", bytes("d"));

    assertThat(RuleSetChanges.between(before, none, after, none).files())
        .containsExactly(
            new FileChange("letters/de.txt", ChangeKind.ADDED),
            new FileChange("letters/en.txt", ChangeKind.CHANGED),
            new FileChange("test-cases/a.yaml", ChangeKind.REMOVED));
    assertThat(RuleSetChanges.between(before, none, before, none).none()).isTrue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void changedCellHasItsAddressesBeforeAndAfter() {
    var before = remedy().row("LOST", "> 3", "A").row("IN_TRANSIT", ">= 7", "B");
    var after =
        remedy().row("LOST", "> 3", "A").row("DAMAGED", "-", "C").row("IN_TRANSIT", ">= 9", "B");

    assertThat(ComparisonFixture.change(before, after).rows())
        .containsExactly(
            new RowChange(
                ChangeKind.ADDED,
                null,
                5,
                List.of(
                    new CellChange("reason", null, "-", "A5", "DAMAGED"),
                    new CellChange("-> why", null, "-", "C5", "C"))),
            new RowChange(
                ChangeKind.CHANGED,
                5,
                6,
                List.of(new CellChange("daysLate", "B5", ">= 7", "B6", ">= 9"))));
  }

  @Test
  void removedRowIsReportedWithAllItsCells() {
    var before = remedy().row("LOST", "> 3", "A").row("DAMAGED", "-", "-");
    var after = remedy().row("LOST", "> 3", "A");

    assertThat(ComparisonFixture.change(before, after).rows())
        .containsExactly(
            new RowChange(
                ChangeKind.REMOVED,
                5,
                null,
                List.of(new CellChange("reason", "A5", "DAMAGED", null, "-"))));
  }

  @Test
  void onlyTheMovedRowIsReported() {
    var before = remedy();
    var after = remedy().row("LOST", 8, "W8");
    for (int row = 0; row < 10; row++) {
      before.row("LOST", row, "W" + row);
      if (row != 8) {
        after.row("LOST", row, "W" + row);
      }
    }

    var change = ComparisonFixture.change(withRanges(before), withRanges(after));

    assertThat(change.rows()).containsExactly(new RowChange(ChangeKind.MOVED, 12, 4, List.of()));
    assertThat(change.outcomes().summary()).hasToString("no outcome changes");
  }

  private static WorkbookFixture withRanges(WorkbookFixture table) {
    return table.row("-", "> 100", "Z");
  }

  @Test
  void equivalentCellsAreNoChange() {
    var before =
        WorkbookFixture.table("goodwill", "FIRST", "reason", "-> nextOrderDiscountPercent")
            .row("LOST, DAMAGED", new Percent(0.05))
            .row(null, 7);
    var after =
        WorkbookFixture.table("goodwill", "FIRST", "reason", "-> nextOrderDiscountPercent")
            .row("DAMAGED,LOST", "5%")
            .row("-", 7.0);

    RuleSetChanges changes = ComparisonFixture.changes(before, after);

    assertThat(changes.files()).containsExactly(new FileChange("a.xlsx", ChangeKind.CHANGED));
    assertThat(changes.tables()).isEmpty();
  }

  @Test
  void remarksAreCompared() {
    var before =
        WorkbookFixture.table("remedy", "FIRST", "reason", "-> why", "#").row("LOST", "A", "old");
    var after =
        WorkbookFixture.table("remedy", "FIRST", "reason", "-> why", "#").row("LOST", "A", "new");

    TableChange change = ComparisonFixture.change(before, after);

    assertThat(change.rows())
        .containsExactly(
            new RowChange(
                ChangeKind.CHANGED, 4, 4, List.of(new CellChange("#", null, "old", null, "new"))));
    assertThat(change.outcomes().summary()).hasToString("no outcome changes");
  }

  @Test
  void columnsAndHitPolicyAreComparedByName() {
    var before = WorkbookFixture.table("remedy", "FIRST", "reason", "-> why").row("LOST", "A");
    var after =
        WorkbookFixture.table("remedy", "UNIQUE", "-> reasonCode", "-> why", "daysLate", "reason")
            .row("R", "A", "-", "LOST");

    TableChange change = ComparisonFixture.change(before, after);

    assertThat(change.columnsAdded()).containsExactly("-> reasonCode", "daysLate");
    assertThat(change.columnsRemoved()).isEmpty();
    assertThat(change.before().hitPolicy()).isEqualTo(HitPolicy.FIRST);
    assertThat(change.after().hitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    assertThat(change.rows())
        .containsExactly(
            new RowChange(
                ChangeKind.CHANGED,
                4,
                4,
                List.of(new CellChange("-> reasonCode", null, "-", "A4", "R"))));
    assertThat(change.outcomes().regions())
        .extracting(region -> region.sentence().toString())
        .containsExactly("remedy: where reason is LOST, reasonCode is newly R");
  }

  @Test
  void addedAndRemovedTablesAreReported() {
    var before = remedy().row("LOST", "-", "A").addTable("old", "FIRST", "-> why").row("A");
    var after = remedy().row("LOST", "-", "A").addTable("new", "FIRST", "-> why").row("A");

    assertThat(ComparisonFixture.changes(before, after).tables())
        .extracting(
            TableChange::table,
            TableChange::change,
            change -> change.outcomes().summary().toString())
        .containsExactly(
            tuple("new", ChangeKind.ADDED, "the table is new"),
            tuple("old", ChangeKind.REMOVED, "the table was removed"));
  }

  @Test
  void rowsArePairedEvenIfAllChange() {
    WorkbookFixture before = remedy();
    WorkbookFixture after = remedy();
    for (int row = 0; row < 3_000; row++) {
      before.row("LOST", row, "A" + row);
      after.row("LOST", row, "B" + row);
    }

    List<RowChange> rows = new ArrayList<>(ComparisonFixture.change(before, after).rows());

    assertThat(rows).hasSize(3_000).allMatch(row -> row.change() == ChangeKind.CHANGED);
    assertThat(rows).allMatch(row -> row.rowAfter().equals(row.rowBefore()));
  }

  @Test
  void rowsWithSeveralChangedCellsArePairedBySimilarity() {
    var before = remedy().row("LOST", "> 3", "A").row("IN_TRANSIT", "> 9", "B");
    var after = remedy().row("DAMAGED", "> 9", "B").row("LOST", "> 4", "Z");

    assertThat(ComparisonFixture.change(before, after).rows())
        .extracting(RowChange::change, RowChange::rowBefore, RowChange::rowAfter)
        .contains(tuple(ChangeKind.CHANGED, 5, 4));
  }

  private static WorkbookFixture remedy() {
    return WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why");
  }
}
