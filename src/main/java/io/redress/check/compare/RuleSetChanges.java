package io.redress.check.compare;

import io.redress.check.verify.Budget;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a rule set differs from an earlier one.
 *
 * @param files files whose bytes differ, by name; a workbook may differ although no table does
 * @param tables changed tables in the order of the later rule set, removed ones last
 */
public record RuleSetChanges(List<FileChange> files, List<TableChange> tables) {
  private static final Duration DEFAULT_TIME = Duration.ofSeconds(5);

  public RuleSetChanges {
    files = List.copyOf(files);
    tables = List.copyOf(tables);
  }

  /**
   * A file that was added, removed or changed.
   *
   * @param file its path inside the rule set
   */
  public record FileChange(String file, ChangeKind change) {}

  /**
   * Compares two rule sets.
   *
   * @param filesBefore all files of the earlier one, by name
   * @param before its tables
   * @param filesAfter all files of the later one, by name
   * @param after its tables
   */
  public static RuleSetChanges between(
      Map<String, byte[]> filesBefore,
      Tables before,
      Map<String, byte[]> filesAfter,
      Tables after) {
    return between(filesBefore, before, filesAfter, after, DEFAULT_TIME);
  }

  /**
   * Compares two rule sets.
   *
   * @param time after which the comparison stops; tables whose outcomes are not all compared say so
   */
  static RuleSetChanges between(
      Map<String, byte[]> filesBefore,
      Tables before,
      Map<String, byte[]> filesAfter,
      Tables after,
      Duration time) {
    return new RuleSetChanges(
        files(filesBefore, filesAfter), tables(before, after, Budget.of(time)));
  }

  /** Whether the two rule sets are equal byte by byte. */
  public boolean none() {
    return files.isEmpty() && tables.isEmpty();
  }

  private static List<FileChange> files(Map<String, byte[]> before, Map<String, byte[]> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FileChange> changes = new ArrayList<>();
    for (String name : names) {
      if (!before.containsKey(name)) {
        changes.add(new FileChange(name, ChangeKind.ADDED));
      } else if (!after.containsKey(name)) {
        changes.add(new FileChange(name, ChangeKind.REMOVED));
      } else if (!Arrays.equals(before.get(name), after.get(name))) {
        changes.add(new FileChange(name, ChangeKind.CHANGED));
      }
    }
    return changes;
  }

  private static List<TableChange> tables(Tables before, Tables after, Budget budget) {
    List<TableChange> changes = new ArrayList<>();
    for (DecisionTable table : after.all()) {
      Optional<DecisionTable> earlier = before.table(table.name());
      if (earlier.isEmpty()) {
        changes.add(TableChange.added(table));
      } else {
        TableChange.between(new TablePair(earlier.get(), table), budget).ifPresent(changes::add);
      }
    }
    for (DecisionTable table : before.all()) {
      if (after.table(table.name()).isEmpty()) {
        changes.add(TableChange.removed(table));
      }
    }
    return changes;
  }
}
