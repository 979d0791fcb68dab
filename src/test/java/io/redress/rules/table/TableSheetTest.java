package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Percent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableSheetTest {
  private static final String FILE = "promises.xlsx";

  @Test
  void retypedTextsChangeNothing() throws IOException {
    Map<String, byte[]> shipped = shipped();
    List<TableSheet> grids = TableSheet.all(shipped);

    assertThat(grids).hasSameSizeAs(Tables.read(shipped, new ArrayList<>()).all());
    for (TableSheet grid : grids) {
      List<TypedRow> typed = typed(grid);
      List<RuleProblem> problems = new ArrayList<>();
      byte[] workbook = shipped.get(grid.table().file());

      assertThat(grid.check(typed, problems).orElseThrow().tests()).isEqualTo(grid.table().tests());
      assertThat(problems).isEmpty();
      assertThat(grid.write(workbook, typed)).isSameAs(workbook);
    }
  }

  @Test
  void everyRuleIsShownCellByCell() throws IOException {
    for (TableSheet grid : TableSheet.all(shipped())) {
      List<Integer> rules = grid.table().rows().stream().map(row -> row.source().row()).toList();

      assertThat(grid.filledRows()).map(SheetRow::number).containsAll(rules);
      for (SheetRow row : grid.filledRows()) {
        for (Cell cell : row.cells()) {
          SheetColumn column =
              grid.columns().stream()
                  .filter(one -> one.position() == cell.column())
                  .findFirst()
                  .orElseThrow();
          assertThat(row.shown(column)).isEqualTo(cell.shown());
          assertThat(column.address(row.number())).isEqualTo(cell.address());
        }
      }
    }
  }

  /** 7% is stored as 0.07 under a percent format, and nothing else is shown with a percent sign. */
  @Test
  void shippedPercentagesAreRealOnes() throws IOException {
    for (TableSheet grid : TableSheet.all(shipped())) {
      for (SheetRow row : grid.filledRows()) {
        for (Cell cell : row.cells()) {
          if (cell.value() instanceof BigDecimal) {
            assertThat(cell.percent())
                .as(grid.table().file() + " " + grid.table().name() + " " + cell.address())
                .isEqualTo(isPercent(grid, cell));
          }
        }
      }
    }
  }

  private static boolean isPercent(TableSheet grid, Cell cell) {
    return grid.columns().stream()
        .filter(column -> column.position() == cell.column())
        .anyMatch(
            column ->
                column.meaning().stream()
                    .anyMatch(meaning -> meaning.term().type() == ValueType.PERCENT));
  }

  /** A percent cell stays one, edited, copied or in a new row beside it. */
  @Test
  void editedPercentCellsStayPercentCells() throws IOException {
    Map<String, byte[]> shipped = shipped();
    TableSheet grid = named(TableSheet.all(Map.of(FILE, shipped.get(FILE))), "goodwill");
    int discount = 5;
    List<TypedRow> typed = new ArrayList<>(typed(grid));
    List<String> first = new ArrayList<>(grid.rows().get(0));
    first.set(discount, "7");
    typed.set(0, new TypedRow(4, first));
    typed.add(1, new TypedRow(0, first));
    typed.add(2, new TypedRow(4, first));

    byte[] saved = grid.write(shipped.get(FILE), typed);

    TableSheet read = named(TableSheet.all(Map.of(FILE, saved)), "goodwill");
    for (SheetRow row : read.filledRows().subList(0, 3)) {
      Cell cell = Cell.at(row.cells(), discount);
      assertThat(cell.percent()).as(cell.address()).isTrue();
      assertThat((BigDecimal) cell.value()).isEqualByComparingTo("0.07");
      assertThat(cell.shown()).isEqualTo("7%");
    }
  }

  @Test
  void checkedTableIsTheSavedTable() throws IOException {
    Random random = new Random(3);
    Map<String, byte[]> shipped = shipped();
    for (TableSheet grid : TableSheet.all(Map.of(FILE, shipped.get(FILE)))) {
      List<TypedRow> typed = shuffled(grid, random);
      DecisionTable checked = grid.check(typed, new ArrayList<>()).orElseThrow();

      byte[] saved = grid.write(shipped.get(FILE), typed);

      TableSheet read = named(TableSheet.all(Map.of(FILE, saved)), grid.table().name());
      assertThat(read.table().tests()).isEqualTo(checked.tests());
      assertThat(outcomes(read.table())).isEqualTo(outcomes(checked));
      assertThat(read.rows()).hasSameSizeAs(typed);
    }
  }

  @Test
  void cellsAreTypedByTheirColumns() {
    TableSheet grid = grid();
    List<TypedRow> typed =
        List.of(
            new TypedRow(4, List.of("LOST", ">= 5", "7%", "=note")),
            new TypedRow(0, List.of("", "5", "8", "")));

    TableSheet saved = saved(grid, typed);

    assertThat(saved.rows())
        .containsExactly(List.of("LOST", ">= 5", "7%", "=note"), List.of("", "5", "8%", ""));
  }

  @Test
  void everyProblemIsReportedByCell() {
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(
            grid()
                .check(
                    List.of(
                        new TypedRow(4, List.of("LSOT", "[9..5]", "150", "")),
                        new TypedRow(0, List.of("LOST\u200b", "=1+1", "", "\u200b"))),
                    problems))
        .isEmpty();
    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactlyInAnyOrder(
            tuple("A4", ProblemCode.VALUE_NOT_ALLOWED),
            tuple("B4", ProblemCode.RANGE_REVERSED),
            tuple("C4", ProblemCode.VALUE_OUT_OF_RANGE),
            tuple("A5", ProblemCode.INVISIBLE_CHARACTER),
            tuple("B5", ProblemCode.WRONG_TYPE),
            tuple("C5", ProblemCode.OUTCOME_EMPTY));
  }

  /** Below one percent the sign is needed, and is kept. */
  @Test
  void percentagesBelowOneHaveTheirSign() {
    TableSheet grid = grid();
    List<RuleProblem> problems = new ArrayList<>();
    List<TypedRow> signed =
        List.of(
            new TypedRow(4, List.of("LOST", "5", "0.5%", "a")),
            new TypedRow(0, List.of("", "5", "0.07%", "b")));

    assertThat(saved(grid, signed).rows())
        .containsExactly(List.of("LOST", "5", "0.5%", "a"), List.of("", "5", "0.07%", "b"));
    assertThat(grid.check(List.of(new TypedRow(4, List.of("", "5", "0.07", ""))), problems))
        .isEmpty();
    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("C4", ProblemCode.PERCENT_UNCLEAR));
  }

  /** Remarks may hold anything; what cannot be seen in them is left out. */
  @Test
  void remarksAreFree() {
    TypedRow typed =
        new TypedRow(4, List.of("LOST", "5", "7", "5\u00A0% \r\n\u200Bline\u0001 2\u3000"));

    assertThat(saved(grid(), List.of(typed)).rows())
        .containsExactly(List.of("LOST", "5", "7%", "5\u00A0% \nline 2"));
  }

  @Test
  void tooLongOrInvisibleTextsAreRejected() {
    List<RuleProblem> problems = new ArrayList<>();

    grid().check(List.of(new TypedRow(4, List.of("", "", "5", "x".repeat(40_000)))), problems);

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.TOO_LARGE);
  }

  @Test
  void tablesWithoutRowsAreRejected() {
    List<RuleProblem> problems = new ArrayList<>();

    grid().check(List.of(new TypedRow(0, List.of("", "", "", ""))), problems);

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.NO_ROWS);
  }

  private static TableSheet grid() {
    return TableSheet.all(Map.of(FILE, small())).get(0);
  }

  private static TableSheet saved(TableSheet grid, List<TypedRow> typed) {
    return TableSheet.all(Map.of(FILE, grid.write(small(), typed))).get(0);
  }

  private static byte[] small() {
    return WorkbookFixture.table(
            "small", "FIRST", "reason", "daysLate", "-> nextOrderDiscountPercent", "#")
        .row("IN_TRANSIT", 3, new Percent(0.05), "May")
        .bytes();
  }

  private static List<TypedRow> typed(TableSheet grid) {
    return IntStream.range(0, grid.rows().size())
        .mapToObj(i -> new TypedRow(TableSheet.FIRST_ROW + i, grid.rows().get(i)))
        .toList();
  }

  /** Returns rows in another order, some twice, some with the texts of others. */
  private static List<TypedRow> shuffled(TableSheet grid, Random random) {
    List<TypedRow> rows = new ArrayList<>(typed(grid));
    rows.addAll(rows.subList(0, rows.size() / 2));
    rows.add(new TypedRow(0, grid.rows().get(random.nextInt(grid.rows().size()))));
    rows.add(new TypedRow(4, grid.rows().get(random.nextInt(grid.rows().size()))));
    Collections.shuffle(rows, random);
    return rows;
  }

  private static List<List<Row.Outcome>> outcomes(DecisionTable table) {
    return table.rows().stream().map(Row::outcomes).toList();
  }

  private static TableSheet named(List<TableSheet> grids, String name) {
    return grids.stream().filter(one -> one.table().name().equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, byte[]> shipped() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(Path.of("rules"))) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
