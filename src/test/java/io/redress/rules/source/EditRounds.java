package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A table that is edited as in the console and saved by programs in turns, beside what it should
 * mean: the texts of its rows.
 */
final class EditRounds {
  private static final String FILE = "wild.xlsx";
  private static final int FIRST = TableSheet.FIRST_ROW;
  private static final int MAX_ROWS = 12;

  private static final String COLUMNS =
      "resolution|order.customMade|daysLate|order.orderedOn|-> nextOrderDiscountPercent|#";

  private static final List<List<String>> ROWS =
      List.of(
          List.of("REPLACEMENT", "true", "> 5", "2026-03-05", "5", "agreed <in> May & \"June\""),
          List.of("FULL_REFUND, REJECT", "false", "[1..3)", "-", "7.5", ""),
          List.of("not(REJECT)", "-", "7", ">= 2026-01-01", "0.5%", "\uD83D\uDE00 see F4"),
          List.of("-", "", "", "2024-02-29", "100", "_x0041_ is no A"));

  private static final List<List<String>> OTHERS =
      List.of(
          List.of("NO_ACTION", "true", "12", "2026-11-29", "3", "new"),
          List.of("KEEP_TRACKING", "false", "<= 40", "", "12.25", "=1+1"));

  private final Random random;
  private byte[] workbook;
  private List<List<String>> wanted;

  private EditRounds(Random random, byte[] workbook, List<List<String>> wanted) {
    this.random = random;
    this.workbook = workbook;
    this.wanted = wanted;
  }

  /** A table in a workbook of a program, its rows typed in the console. */
  static EditRounds of(Writer program, long seed) {
    byte[] empty =
        RawWorkbook.table(COLUMNS, "<row r='4'>" + RawWorkbook.text("E4", "-") + "</row>").bytes();
    EditRounds rounds =
        new EditRounds(new Random(seed), program.save(cells(empty)), new ArrayList<>(ROWS));
    rounds.edit(ROWS.stream().map(EditRounds::typed).toList());
    return rounds;
  }

  byte[] workbook() {
    return workbook;
  }

  /** Another program opens the workbook and saves it. */
  void saveBy(Writer program) {
    workbook = program.save(cells(workbook));
  }

  /** Another program has opened the workbook and saved it. */
  void savedAs(byte[] saved) {
    workbook = saved;
  }

  /** Deletes, copies, changes, adds and moves rows, in the workbook and in what it should mean. */
  void edit() {
    List<TypedRow> typed = new ArrayList<>();
    List<List<String>> next = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      TypedRow kept = new TypedRow(FIRST + i, null);
      List<String> other = OTHERS.get(random.nextInt(OTHERS.size()));
      int change = random.nextInt(6);
      if (change == 0 && i > 0) {
        continue;
      }
      boolean changed = change == 1;
      typed.add(changed ? new TypedRow(FIRST + i, other) : kept);
      next.add(changed ? other : wanted.get(i));
      if (change == 2 && wanted.size() < MAX_ROWS) {
        typed.add(kept);
        next.add(wanted.get(i));
      } else if (change == 3 && wanted.size() < MAX_ROWS) {
        typed.add(typed(other));
        next.add(other);
      }
    }
    int from = random.nextInt(typed.size());
    int to = random.nextInt(typed.size());
    typed.add(to, typed.remove(from));
    next.add(to, next.remove(from));
    edit(typed);
    wanted = next;
  }

  private void edit(List<TypedRow> rows) {
    TableSheet grid = grid();
    List<RuleProblem> problems = new ArrayList<>();
    grid.check(rows, problems);
    assertThat(problems).isEmpty();
    workbook = grid.write(workbook, rows);
  }

  /** The workbook means what was typed, and another reader finds the same cells. */
  void verify() throws Exception {
    assertThat(grid().rows().stream().map(EditRounds::meaning))
        .containsExactlyElementsOf(wanted.stream().map(EditRounds::meaning).toList());

    Map<String, Object> ours = new TreeMap<>();
    cells(workbook)
        .values()
        .forEach(row -> row.values().forEach(cell -> ours.put(cell.address(), shown(cell))));
    assertThat(ours).isEqualTo(IndependentReader.read(workbook).get(Writer.TABLE));
  }

  private TableSheet grid() {
    cells(workbook);
    return TableSheet.all(Map.of(FILE, workbook)).get(0);
  }

  private static TypedRow typed(List<String> texts) {
    return new TypedRow(0, texts);
  }

  private static Map<Integer, Map<Integer, Cell>> cells(byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    Map<Integer, Map<Integer, Cell>> cells = new TreeMap<>();
    WorkbookReader.read(FILE, workbook, problems).stream()
        .flatMap(sheet -> sheet.rows().stream())
        .flatMap(List::stream)
        .forEach(
            cell ->
                cells.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell));
    assertThat(problems).isEmpty();
    return cells;
  }

  /** A percentage is the same with and without its sign. */
  private static List<String> meaning(List<String> row) {
    List<String> meaning = new ArrayList<>(row);
    int percent = 4;
    meaning.set(percent, meaning.get(percent).replace("%", ""));
    return meaning;
  }

  private static Object shown(Cell cell) {
    return cell.value() instanceof BigDecimal number
        ? (cell.percent() ? number.movePointRight(2) : number).stripTrailingZeros()
        : cell.value();
  }
}
