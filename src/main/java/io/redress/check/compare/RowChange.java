package io.redress.check.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.rules.source.Cell;
import io.redress.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that was added, removed, changed or moved.
 *
 * @param rowBefore number in the spreadsheet; absent if the row was added
 * @param rowAfter number in the spreadsheet; absent if the row was removed
 * @param cells changed cells; of an added or removed row, all cells that are not empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowChange(
    ChangeKind change,
    @Nullable Integer rowBefore,
    @Nullable Integer rowAfter,
    List<CellChange> cells) {
  private static final String REMARK = "#";

  public RowChange {
    cells = List.copyOf(cells);
  }

  /**
   * A changed cell.
   *
   * @param column its name in row 3, {@code #} for remarks
   * @param cellBefore its address before, such as {@code B7}; absent if there was none
   * @param before its value before, in normal form; {@code -} if empty
   * @param cellAfter its address now; absent if there is none
   * @param after its value now, in normal form; {@code -} if empty
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellChange(
      String column,
      @Nullable String cellBefore,
      String before,
      @Nullable String cellAfter,
      String after) {}

  /** Top to bottom, by their rows now or, if removed, before. */
  static List<RowChange> between(TablePair tables) {
    Alignment alignment = tables.alignment();
    List<RowChange> changes = new ArrayList<>();
    alignment.same().forEach((from, to) -> add(ChangeKind.CHANGED, tables, from, to, changes));
    alignment.changed().forEach((from, to) -> add(ChangeKind.CHANGED, tables, from, to, changes));
    alignment.moved().forEach((from, to) -> add(ChangeKind.MOVED, tables, from, to, changes));
    alignment.removed().forEach(from -> add(ChangeKind.REMOVED, tables, from, null, changes));
    alignment.added().forEach(to -> add(ChangeKind.ADDED, tables, null, to, changes));
    changes.sort(Comparator.comparingInt(RowChange::row));
    return changes;
  }

  private int row() {
    return Objects.requireNonNull(rowAfter == null ? rowBefore : rowAfter);
  }

  private static void add(
      ChangeKind change,
      TablePair tables,
      @Nullable Integer from,
      @Nullable Integer to,
      List<RowChange> changes) {
    AlignedRow before = from == null ? tables.absentRow() : tables.alignedBefore().get(from);
    AlignedRow after = to == null ? tables.absentRow() : tables.alignedAfter().get(to);
    List<CellChange> cells = cells(tables, before, after);
    if (change != ChangeKind.CHANGED || !cells.isEmpty()) {
      changes.add(
          new RowChange(
              change,
              from == null ? null : before.number(),
              to == null ? null : after.number(),
              cells));
    }
  }

  private static List<CellChange> cells(TablePair tables, AlignedRow before, AlignedRow after) {
    List<CellChange> cells = new ArrayList<>();
    List<Object> then = before.cells();
    List<Object> now = after.cells();
    for (int i = 0; i < then.size(); i++) {
      if (!then.get(i).equals(now.get(i))) {
        String column = tables.titles().get(i);
        cells.add(
            new CellChange(
                column,
                address(tables.before(), column, before),
                AlignedRow.text(then.get(i)),
                address(tables.after(), column, after),
                AlignedRow.text(now.get(i))));
      }
    }
    if (!before.remark().equals(after.remark())) {
      cells.add(new CellChange(REMARK, null, before.remark(), null, after.remark()));
    }
    return cells;
  }

  static @Nullable String address(DecisionTable table, String title, AlignedRow row) {
    return row.number() == 0
        ? null
        : table.columns().stream()
            .filter(column -> column.title().equals(title))
            .map(column -> Cell.address(column.position(), row.number()))
            .findFirst()
            .orElse(null);
  }
}
