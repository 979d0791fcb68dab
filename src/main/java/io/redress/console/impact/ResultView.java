package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.domain.decision.Letter;
import io.redress.domain.dispute.Country;
import io.redress.insight.impact.Change;
import io.redress.insight.impact.Evaluated;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.LargeChange;
import io.redress.insight.impact.ImpactReport.Population;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run.
 *
 * @param percent the share of decisions that change
 * @param edits what each edit changes; the most expensive first
 * @param moreEdits number of edits that are left out
 * @param groups by country, reason and platform
 * @param largest the largest changes of each currency
 */
record ResultView(
    String headline,
    Population population,
    List<Failure> undecidable,
    long changed,
    String percent,
    Matrix matrix,
    List<MoneyLine> money,
    List<KpiLine> kpis,
    List<Edit> edits,
    int moreEdits,
    List<EditChart> charts,
    List<Groups> groups,
    List<Row> rows,
    int moreRows,
    List<Large> largest) {
  private static final int MAX_EDITS = 50;
  private static final int MAX_ROWS = 20;
  private static final double PERCENT = 100;

  /**
   * Decisions that cannot be decided again.
   *
   * @param example where the first of them has its problem; may be empty
   */
  record Failure(String reason, long count, String example) {}

  /** What an edit changes. */
  record Edit(
      EditPlaces.Place place, String before, String after, long changed, long changedTogether) {}

  /** What changes where a row gave the remedy. */
  record Row(
      EditPlaces.Place place, long decided, long changed, List<Groups.Difference> differences) {}

  /**
   * A large change.
   *
   * @param difference empty where the facts have no currency
   * @param before the letter; null where it cannot be written or read any more
   */
  record Large(
      String decisionId,
      String disputeId,
      String from,
      String fromReason,
      String to,
      String toReason,
      String difference,
      String style,
      @Nullable Letter before,
      @Nullable Letter after) {}

  static ResultView of(ImpactReport report, EditPlaces places, Messages messages) {
    Population population = report.population();
    return new ResultView(
        Headline.of(report, messages),
        population,
        population.undecidable().stream()
            .map(
                one ->
                    new Failure(
                        messages.choice(
                            "impact.undecidable", Evaluated.Reason.valueOf(one.reason())),
                        one.count(),
                        one.example()))
            .toList(),
        report.changed(),
        messages.percent(
            population.decided() == 0
                ? 0
                : Math.round(10 * PERCENT * report.changed() / population.decided()) / 10.0),
        Matrix.of(report.matrix(), messages),
        MoneyLine.of(report.money(), messages),
        KpiLine.of(report.kpis(), messages),
        report.byCell().stream()
            .limit(MAX_EDITS)
            .map(edit -> edit(edit, places, messages))
            .toList(),
        Math.max(0, report.byCell().size() - MAX_EDITS),
        EditChart.of(report, places, messages),
        groups(report, messages),
        report.byRow().stream()
            .limit(MAX_ROWS)
            .map(
                row ->
                    new Row(
                        places.of(row),
                        row.decided(),
                        row.changed(),
                        Groups.differences(row.money(), messages)))
            .toList(),
        Math.max(0, report.byRow().size() - MAX_ROWS),
        report.largest().stream().map(large -> large(large, messages)).toList());
  }

  private static Edit edit(EditImpact edit, EditPlaces places, Messages messages) {
    return new Edit(
        places.of(edit),
        messages.words(edit.before()),
        messages.words(edit.after()),
        edit.changed(),
        edit.changedTogether());
  }

  private static List<Groups> groups(ImpactReport report, Messages messages) {
    return List.of(
        Groups.of(
            "countries",
            messages.say("impact.byCountry"),
            report.byCountry(),
            key -> Country.of(key).isPresent() ? messages.country(key) : other(key, messages),
            messages),
        Groups.of(
            "reasons",
            messages.say("impact.byReason"),
            report.byReason(),
            key -> other(key, messages),
            messages),
        Groups.of(
            "platforms",
            messages.say("impact.byPlatform"),
            report.byPlatform(),
            key -> other(key, messages),
            messages));
  }

  /** A group that is a word of the vocabulary, or has one here: those without, and all others. */
  private static String other(String key, Messages messages) {
    return switch (key) {
      case "unknown" -> messages.say("impact.group.unknown");
      case "others" -> messages.say("impact.group.others");
      default -> messages.word(key);
    };
  }

  private static Large large(LargeChange large, Messages messages) {
    Change change = large.change();
    return new Large(
        change.id(),
        change.disputeId(),
        messages.word(change.before().resolution()),
        messages.word(change.before().reasonCode()),
        messages.word(change.after().resolution()),
        messages.word(change.after().reasonCode()),
        change.currency() == null
            ? ""
            : MoneyText.signed(change.difference(), change.currency(), messages),
        MoneyText.style(change.difference()),
        large.letterBefore(),
        large.letterAfter());
  }
}
