package io.redress.insight.explain;

import io.redress.platform.phrase.Phrase;
import io.redress.rules.engine.RuleState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explanations as sentences in one language. */
final class Sentences {
  private final Locale locale;
  private final Wording wording;

  Sentences(Locale locale) {
    this(locale, Wording.CODES);
  }

  Sentences(Locale locale, Wording wording) {
    this.locale = locale;
    this.wording = wording;
  }

  String ofTable(String table, boolean asked, List<Integer> rows) {
    if (!asked) {
      return say("insight.notAsked", table);
    }
    return rows.isEmpty()
        ? say("insight.silent", table)
        : say(
            "insight.answered",
            table,
            rows.size(),
            rows.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  String ofAnswer(int row, List<CellTest> cells) {
    return cells.isEmpty()
        ? say("insight.open", String.valueOf(row))
        : say("insight.met", String.valueOf(row), listed(cells, "insight.cellMet"));
  }

  String ofRow(int row, List<CellTest> failed, @Nullable Integer shadowedBy) {
    String number = String.valueOf(row);
    if (!failed.isEmpty()) {
      return say("insight.failed", number, listed(failed, "insight.cellFailed"));
    }
    return shadowedBy == null
        ? say("insight.matched", number)
        : say("insight.shadowed", number, String.valueOf(shadowedBy));
  }

  String of(RuleState state) {
    String rule = state.rule().rule();
    if (state.fired()) {
      return say("insight.fired", rule);
    }
    if (state.missing() != null) {
      return say("insight.missing", rule, state.missing());
    }
    if (!state.failed().isEmpty()) {
      return say("insight.untrue", rule, String.join("; ", state.failed()));
    }
    return state.overtakenBy() == null
        ? say("insight.quiet", rule)
        : say("insight.overtaken", rule, state.overtakenBy());
  }

  private Phrase listed(List<CellTest> cells, String key) {
    return Phrase.list(
        cells.stream()
            .map(
                cell ->
                    Phrase.of(
                        key,
                        cell.cell(),
                        wording.column(cell.column()),
                        wording.value(cell.required()),
                        actual(cell)))
            .toList(),
        "insight.joint");
  }

  private Phrase actual(CellTest cell) {
    if (cell.actual() == null) {
      return Phrase.of("insight.unknown");
    }
    return cell.actual().isEmpty()
        ? Phrase.of("insight.nothing")
        : Phrase.verbatim(wording.value(cell.actual()));
  }

  private String say(String key, Object... arguments) {
    return Phrase.of(key, arguments).in(locale);
  }
}
