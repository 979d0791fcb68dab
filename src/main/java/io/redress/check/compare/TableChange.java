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
 * A table that is not the same.
 *
 * @param table its name
 * @param before where it stood and how it answered; absent where it was added
 * @param after where it stands and how it answers; absent where it was removed
 * @param columnsAdded titles of columns that only the later one has
 * @param columnsRemoved titles of columns that only the earlier one has
 * @param rows of a table that is in both, those that are not the same, from the top
 * @param outcomes for which facts its answers change
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
   * @param rows how many
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

  /** Empty when both say the same in the same order and in the same place. */
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
