package io.redress.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.compare.TableEdits.Grain;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableEditsTest {
  private static DecisionTable table(List<String> columns, List<List<String>> rows) {
    return table("FIRST", columns, rows);
  }

  private static DecisionTable table(String policy, List<String> columns, List<List<String>> rows) {
    WorkbookFixture workbook = WorkbookFixture.table("t", policy, columns.toArray());
    rows.forEach(row -> workbook.row(row.toArray()));
    return ComparisonFixture.tables(Map.of("t.xlsx", workbook.bytes())).table("t").orElseThrow();
  }

  private static final List<String> COLUMNS =
      List.of("reason", "daysLate", "-> resolution", "-> reasonCode");

  /** The cells of a table as its rows say, in normal form. */
  private static List<List<String>> cells(DecisionTable table) {
    return IntStream.range(0, table.rows().size())
        .mapToObj(
            i -> {
              List<String> cells = new ArrayList<>();
              table.tests().get(i).forEach(test -> cells.add(test.text()));
              List<Row.Outcome> outcomes = table.rows().get(i).outcomes();
              table.columns().stream()
                  .filter(column -> column.outcome())
                  .forEach(
                      column ->
                          cells.add(
                              outcomes.stream()
                                  .filter(one -> one.term().equals(column.term()))
                                  .map(one -> one.value().toString())
                                  .findFirst()
                                  .orElse("-")));
              return cells;
            })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void tablesBetweenAreTheEarlierOneTheLaterOneAndThoseWithSomeCells(int seed) {
    Random random = new Random(seed);
    List<List<String>> before = new ArrayList<>();
    for (int row = 0; row < 3 + random.nextInt(9); row++) {
      before.add(row(random, row));
    }
    List<List<String>> after = new ArrayList<>();
    before.forEach(row -> after.add(new ArrayList<>(row)));
    for (int change = 0; change < 1 + random.nextInt(5); change++) {
      int at = random.nextInt(after.size());
      switch (random.nextInt(4)) {
        case 0 -> after.get(at).set(1, "> " + (20 + random.nextInt(9)));
        case 1 -> after.add(at, row(random, 50 + change));
        case 2 -> Collections.swap(after, at, random.nextInt(after.size()));
        default -> {
          if (after.size() > 2) {
            after.remove(at);
          }
        }
      }
    }
    DecisionTable then = table(COLUMNS, before);
    DecisionTable now = table(COLUMNS, after);
    for (Grain grain : Grain.values()) {
      TableEdits edits = TableEdits.between(then, now, grain);
      assertThat(cells(edits.with(edit -> false))).isEqualTo(cells(then));
      assertThat(cells(edits.with(edit -> true))).isEqualTo(cells(now));
      for (int one = 0; one < edits.edits().size(); one++) {
        int only = one;
        assertThat(cells(edits.with(edit -> edit == only))).isNotEqualTo(cells(then));
      }
    }
  }

  private static List<String> row(Random random, int number) {
    return new ArrayList<>(
        List.of(
            List.of("LOST", "IN_TRANSIT", "-").get(random.nextInt(3)),
            "> " + random.nextInt(9),
            "FULL_REFUND",
            "ROW_" + number));
  }

  @Test
  void eachCellOfARowIsAnEditWithItsAddress() {
    DecisionTable then =
        table(
            COLUMNS,
            List.of(
                List.of("LOST", "> 5", "FULL_REFUND", "A"), List.of("-", "-", "NO_ACTION", "B")));
    DecisionTable now =
        table(
            COLUMNS,
            List.of(
                List.of("LOST", "> 7", "REPLACEMENT", "A"), List.of("-", "-", "NO_ACTION", "B")));
    TableEdits edits = TableEdits.between(then, now, Grain.CELL);
    assertThat(edits.edits())
        .extracting(TableEdit::cell, TableEdit::column, TableEdit::before, TableEdit::after)
        .containsExactly(
            Tuple.tuple("B4", "daysLate", "> 5", "> 7"),
            Tuple.tuple("C4", "-> resolution", "FULL_REFUND", "REPLACEMENT"));
    assertThat(cells(edits.with(edit -> edit == 0)))
        .containsExactly(
            List.of("LOST", "> 7", "FULL_REFUND", "A"), List.of("-", "-", "NO_ACTION", "B"));
    assertThat(cells(edits.with(edit -> edit == 1)))
        .containsExactly(
            List.of("LOST", "> 5", "REPLACEMENT", "A"), List.of("-", "-", "NO_ACTION", "B"));
    assertThat(TableEdits.between(then, now, Grain.ROW).edits())
        .extracting(TableEdit::cell)
        .containsExactly("A4:D4");
    assertThat(TableEdits.between(then, now, Grain.TABLE).edits())
        .extracting(TableEdit::cell)
        .containsExactly("table");
  }

  @Test
  void columnsAndHitPoliciesAreEditsToo() {
    DecisionTable then = table(COLUMNS, List.of(List.of("LOST", "> 5", "FULL_REFUND", "A")));
    DecisionTable now =
        table(
            "COLLECT",
            List.of("reason", "daysLate", "order.quantity", "-> resolution", "-> reasonCode"),
            List.of(List.of("LOST", "> 5", "> 2", "FULL_REFUND", "A")));
    TableEdits edits = TableEdits.between(then, now, Grain.CELL);
    assertThat(edits.edits()).extracting(TableEdit::cell).containsExactly("D1", "C4");
    assertThat(edits.with(edit -> edit == 0).hitPolicy()).isEqualTo(now.hitPolicy());
    assertThat(edits.with(edit -> edit == 1).hitPolicy()).isEqualTo(then.hitPolicy());
    assertThat(cells(edits.with(edit -> edit == 1))).isEqualTo(cells(now));
    assertThat(cells(edits.with(edit -> edit == 0)))
        .containsExactly(List.of("LOST", "> 5", "-", "FULL_REFUND", "A"));
  }
}
