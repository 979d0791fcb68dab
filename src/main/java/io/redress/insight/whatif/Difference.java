package io.redress.insight.whatif;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says which row answers after a change, and which one did before. */
final class Difference {
  private static final String RESOLUTION = "resolution";

  private Difference() {}

  static Phrase between(Decision before, Decision after, Tables tables) {
    Optional<RuleSource.TableRow> now =
        after.trace().stream()
            .filter(entry -> !fired(before, entry.source()))
            .filter(entry -> entry.source() instanceof RuleSource.TableRow)
            .sorted(
                Comparator.comparing((TraceEntry entry) -> !entry.effect().containsKey(RESOLUTION)))
            .map(entry -> (RuleSource.TableRow) entry.source())
            .findFirst();
    if (now.isEmpty()) {
      return Phrase.of("insight.sameRows");
    }
    String table = name(now.get(), tables);
    String row = String.valueOf(now.get().row());
    return rows(before).stream()
        .filter(old -> old.file().equals(now.get().file()))
        .filter(old -> old.sheet().equals(now.get().sheet()))
        .findFirst()
        .map(old -> Phrase.of("insight.rowInstead", table, row, String.valueOf(old.row())))
        .orElseGet(() -> Phrase.of("insight.rowThen", table, row));
  }

  private static boolean fired(Decision decision, RuleSource rule) {
    return decision.fired().stream().anyMatch(entry -> entry.source().equals(rule));
  }

  private static List<RuleSource.TableRow> rows(Decision decision) {
    return decision.fired().stream()
        .map(TraceEntry::source)
        .filter(RuleSource.TableRow.class::isInstance)
        .map(RuleSource.TableRow.class::cast)
        .toList();
  }

  private static String name(RuleSource.TableRow row, Tables tables) {
    return tables.all().stream()
        .filter(table -> table.file().equals(row.file()) && table.sheet().equals(row.sheet()))
        .map(DecisionTable::name)
        .findFirst()
        .orElse(row.sheet());
  }
}
