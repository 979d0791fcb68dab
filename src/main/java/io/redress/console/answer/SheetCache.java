package io.redress.console.answer;

import io.redress.http.rulesets.TableAnswer;
import io.redress.lifecycle.Recent;
import io.redress.lifecycle.RuleSets;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.WorkbookReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;

/** The tables of rule sets as their sheets show them; the last few stay in memory. */
@Singleton
class SheetCache {
  private static final int MOST = 200;

  private final RuleSets ruleSets;
  private final Recent<String, TableAnswer> recent = new Recent<>(MOST);

  SheetCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** The table on a sheet of a workbook, if there is one. */
  synchronized Optional<TableAnswer> table(RuleSet rules, String file, String sheet) {
    String name = name(rules, file, sheet);
    if (!recent.containsKey(name)) {
      read(rules, file);
    }
    return Optional.ofNullable(recent.get(name));
  }

  /** Opening a workbook takes far longer than showing a sheet of it, so all are remembered. */
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
