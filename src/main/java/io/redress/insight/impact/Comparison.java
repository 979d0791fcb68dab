package io.redress.insight.impact;

import io.redress.check.compare.ChangeKind;
import io.redress.check.compare.TableEdit;
import io.redress.check.compare.TableEdits;
import io.redress.check.compare.TableEdits.Grain;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that decides today, a candidate, and for each edit between them the two rule sets that
 * are not both: the first with this edit alone, and the candidate without it. Immutable and
 * thread-safe.
 *
 * <p>An edit is a cell. Tables with many edits are edited row by row, or as a whole, so that memory
 * is bounded; all other files are one edit, with the tables that only one of the rule sets has.
 */
public final class Comparison {
  private static final int MAX_EDITS_PER_TABLE = 100;
  private static final int MAX_ROWS = 500_000;
  private static final String ALL = "all";

  private final RuleSet base;
  private final RuleSet candidate;
  private final boolean sameFacts;
  private final List<TableEdit> edits = new ArrayList<>();
  private final List<Variant> variants = new ArrayList<>();
  private final Map<String, List<Variant>> byTable = new HashMap<>();
  private long rowsLeft = MAX_ROWS;

  /**
   * A rule set and its files.
   *
   * @param files by path inside the rule set
   */
  public record Side(RuleSet rules, Map<String, byte[]> files) {}

  /**
   * An edit made alone, and left out.
   *
   * @param aloneTable the table with this edit alone; null when the edit is of other files
   * @param withoutTable the candidate's table without it
   */
  record Variant(
      int number,
      RuleSet alone,
      RuleSet without,
      @Nullable DecisionTable aloneTable,
      @Nullable DecisionTable withoutTable) {}

  private Comparison(Side base, Side candidate) {
    this.base = base.rules();
    this.candidate = candidate.rules();
    Set<String> others = otherFiles(base.files(), candidate.files());
    this.sameFacts = !others.contains(OwnTerms.FILE);
    if (sameFacts) {
      addTables();
    }
    if (!others.isEmpty() || !tableNames(this.base).equals(tableNames(this.candidate))) {
      addOthers(others);
    }
    for (Variant variant : variants) {
      if (variant.aloneTable() != null) {
        byTable
            .computeIfAbsent(variant.aloneTable().name(), table -> new ArrayList<>())
            .add(variant);
      }
    }
  }

  public static Comparison of(Side base, Side candidate) {
    return new Comparison(base, candidate);
  }

  /** Returns the edits from the first rule set to the candidate. */
  public List<TableEdit> edits() {
    return List.copyOf(edits);
  }

  RuleSet base() {
    return base;
  }

  RuleSet candidate() {
    return candidate;
  }

  /** Whether both rule sets declare the same facts of the seller's own. */
  boolean sameFacts() {
    return sameFacts;
  }

  List<Variant> variants() {
    return variants;
  }

  /** Returns the edits of a table, by its name. */
  List<Variant> ofTable(String table) {
    return byTable.getOrDefault(table, List.of());
  }

  private void addTables() {
    for (DecisionTable after : candidate.tables().all()) {
      base.tables().table(after.name()).ifPresent(before -> add(before, after));
    }
  }

  private void add(DecisionTable before, DecisionTable after) {
    TableEdits found = TableEdits.between(before, after, Grain.CELL);
    if (tooMany(found, after)) {
      found = TableEdits.between(before, after, Grain.ROW);
    }
    if (tooMany(found, after)) {
      found = TableEdits.between(before, after, Grain.TABLE);
    }
    int count = found.edits().size();
    rowsLeft -= 2L * count * after.rows().size();
    for (int i = 0; i < count; i++) {
      int one = i;
      DecisionTable alone = count == 1 ? after : found.with(edit -> edit == one);
      DecisionTable without = count == 1 ? before : found.with(edit -> edit != one);
      edits.add(found.edits().get(i));
      variants.add(
          new Variant(
              variants.size(),
              base.trying(base.tables().with(List.of(alone))),
              candidate.trying(candidate.tables().with(List.of(without))),
              alone,
              without));
    }
  }

  private boolean tooMany(TableEdits found, DecisionTable table) {
    int count = found.edits().size();
    return count > MAX_EDITS_PER_TABLE || 2L * count * table.rows().size() > rowsLeft;
  }

  /** All that is no edit of a table in both; of other facts, the tables are part of it. */
  private void addOthers(Set<String> files) {
    boolean all = !sameFacts;
    Set<String> named = new TreeSet<>(files);
    List.of(base, candidate).forEach(one -> named.addAll(changedTables(one)));
    edits.add(
        new TableEdit(
            String.join(", ", named),
            "",
            "",
            ChangeKind.CHANGED,
            ALL,
            null,
            base.id().version(),
            candidate.id().version()));
    variants.add(
        new Variant(
            variants.size(),
            all ? candidate : candidate.trying(candidate.tables().with(base.tables().all())),
            all ? base : base.trying(base.tables().with(candidate.tables().all())),
            null,
            null));
  }

  /** Files of the tables that only one of them has. */
  private Set<String> changedTables(RuleSet of) {
    RuleSet other = of == base ? candidate : base;
    return of.tables().all().stream()
        .filter(table -> !sameFacts || other.tables().table(table.name()).isEmpty())
        .map(DecisionTable::file)
        .collect(Collectors.toSet());
  }

  private static Set<String> tableNames(RuleSet rules) {
    return rules.tables().all().stream().map(DecisionTable::name).collect(Collectors.toSet());
  }

  /** Changed files other than tables that can change what is decided. */
  private static Set<String> otherFiles(Map<String, byte[]> before, Map<String, byte[]> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(
        name ->
            Tables.isTableFile(name)
                || name.startsWith(RuleSetFiles.TEST_CASES)
                || !(name.endsWith(".drl") || name.endsWith(".xlsx"))
                || Arrays.equals(before.get(name), after.get(name)));
    return names;
  }
}
