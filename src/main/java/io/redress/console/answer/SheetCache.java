package io.redress.console.answer;

import io.redress.http.rulesets.TableAnswer;
import io.redress.lifecycle.Recent;
import io.redress.lifecycle.RuleSets;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.WorkbookReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;

/** Caches the tables of rule sets as their sheets show them. */
@Singleton
class SheetCache {
  private static final int MAX_TABLES = 200;

  private final RuleSets ruleSets;
  private final Recent<String, TableAnswer> recent = new Recent<>(MAX_TABLES);

  SheetCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** The table on a sheet of a workbook, if any. */
  synchronized Optional<TableAnswer> table(RuleSet rules, String file, String sheet) {
    String name = name(rules, file, sheet);
    if (!recent.containsKey(name)) {
      read(rules, file);
    }
    return Optional.ofNullable(recent.get(name));
  }

  /** Opening a workbook is slow, so all of its tables are cached at once. */
  private void read(RuleSet rules, String file) {
    Optional<byte[]> workbook =
        ruleSets
            .find(rules.id().version())
            .map(stored -> ruleSets.contents(stored).all().get(file));
    workbook
        .map(bytes -> WorkbookReader.read(file, bytes, new ArrayList<>()))
        .ifPresent(
            sheets ->
                rules.tables().all().stream()
                    .filter(table -> table.file().equals(file))
                    .forEach(
                        table ->
                            recent.put(
                                name(rules, file, table.sheet()), TableAnswer.of(table, sheets))));
  }

  private static String name(RuleSet rules, String file, String sheet) {
    return rules.id().hash() + " " + file + " " + sheet;
  }
}
