package io.redress.check.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.check.verify.Budget;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that was added, removed or changed.
 *
 * @param table its name
 * @param before its place and hit policy before; absent if it was added
 * @param after its place and hit policy now; absent if it was removed
 * @param columnsAdded titles of columns that only the later version has
 * @param columnsRemoved titles of columns that only the earlier version has
 * @param rows changed rows of a table that is in both, top to bottom
 * @param outcomes the facts for which its outcomes change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableChange(
    String table,
    ChangeKind change,
    @Nullable Header before,
    @Nullable Header after,
    List<String> columnsAdded,
    List<String> columnsRemoved,
    List<RowChange> rows,
    OutcomeChanges outcomes) {
  public TableChange {
    columnsAdded = List.copyOf(columnsAdded);
    columnsRemoved = List.copyOf(columnsRemoved);
    rows = List.copyOf(rows);
  }

  /**
   * A table as a whole.
   *
   * @param rows number of rows
   */
  public record Header(String file, String sheet, HitPolicy hitPolicy, int rows) {
    static Header of(DecisionTable table) {
      return new Header(table.file(), table.sheet(), table.hitPolicy(), table.rows().size());
    }
  }

  static TableChange added(DecisionTable table) {
    return new TableChange(
        table.name(),
        ChangeKind.ADDED,
        null,
        Header.of(table),
        List.of(),
        List.of(),
        List.of(),
        OutcomeChanges.of(Phrase.of("difference.new")));
  }

  static TableChange removed(DecisionTable table) {
    return new TableChange(
        table.name(),
        ChangeKind.REMOVED,
        Header.of(table),
        null,
        List.of(),
        List.of(),
        List.of(),
        OutcomeChanges.of(Phrase.of("difference.gone")));
  }

  /** Empty when both have equal rows in the same order and the same place. */
  static Optional<TableChange> between(TablePair tables, Budget budget) {
    DecisionTable before = tables.before();
    DecisionTable after = tables.after();
    List<String> columnsAdded = TablePair.columnsBeyond(after, before);
    List<String> columnsRemoved = TablePair.columnsBeyond(before, after);
    List<RowChange> rows = RowChange.between(tables);
    if (rows.isEmpty()
        && columnsAdded.isEmpty()
        && columnsRemoved.isEmpty()
        && Header.of(before).equals(Header.of(after))) {
      return Optional.empty();
    }
    return Optional.of(
        new TableChange(
            after.name(),
            ChangeKind.CHANGED,
            Header.of(before),
            Header.of(after),
            columnsAdded,
            columnsRemoved,
            rows,
            OutcomeChanges.between(tables, budget)));
  }
}
