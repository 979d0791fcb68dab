package io.redress.insight.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.compare.TableEdit;
import io.redress.domain.decision.Letter;
import io.redress.insight.impact.ImpactReport.Amount;
import io.redress.insight.impact.ImpactReport.Cell;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.EditMoney;
import io.redress.insight.impact.ImpactReport.GroupImpact;
import io.redress.insight.impact.ImpactReport.JointMoney;
import io.redress.insight.impact.ImpactReport.LargeChange;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import io.redress.insight.impact.ImpactReport.Parts;
import io.redress.insight.impact.ImpactReport.Population;
import io.redress.insight.impact.ImpactReport.RowImpact;
import io.redress.insight.impact.ImpactReport.UndecidableCount;
import io.redress.rules.ruleset.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a report of what was added up. */
public final class Reporting {
  private static final int MAX_ROWS = 500;
  private static final int CENTS = 2;

  private final Evaluator evaluator;
  private final Comparison comparison;
  private final boolean recorded;

  /**
   * @param recorded whether disputes have recorded answers
   */
  public Reporting(Evaluator evaluator, boolean recorded) {
    this.evaluator = evaluator;
    this.comparison = evaluator.comparison();
    this.recorded = recorded;
  }

  /** Makes a report without letters. */
  public ImpactReport of(Tally tally) {
    return new ImpactReport(
        comparison.candidate().id().version(),
        comparison.base().id().version(),
        recorded,
        evaluator.redemptionRate(),
        new Population(
            tally.found,
            tally.decided,
            tally.undecidable.entrySet().stream()
                .map(
                    one ->
                        new UndecidableCount(
                            one.getKey().name(), one.getValue().count(), one.getValue().example()))
                .toList(),
            tally.lost,
            tally.unpriced),
        tally.changed,
        tally.matrix.entrySet().stream().map(Reporting::cell).toList(),
        tally.money.entrySet().stream().map(one -> money(one.getKey(), one.getValue())).toList(),
        edits(tally),
        joint(tally),
        rows(tally),
        groups(tally.byCountry),
        groups(tally.byReason),
        groups(tally.byPlatform),
        new KpiReport(evaluator.kpis(), tally).changes(),
        tally.largest.values().stream()
            .flatMap(List::stream)
            .map(change -> new LargeChange(change, null, null))
            .toList());
  }

  private static Cell cell(Map.Entry<String, Long> count) {
    String[] resolutions = count.getKey().split(" ");
    return new Cell(resolutions[0], resolutions[1], count.getValue());
  }

  private MoneyChange money(String currency, MoneySums sums) {
    BigDecimal before = sums.before().total();
    BigDecimal after = sums.after().total();
    BigDecimal difference = after.subtract(before);
    return new MoneyChange(
        currency,
        before,
        after,
        difference,
        new Parts(sums.before(), sums.after()),
        recorded ? sums.base().subtract(before) : null,
        sums.moved(),
        sums.moved() == 0
            ? BigDecimal.ZERO
            : difference.divide(
                BigDecimal.valueOf(sums.moved()),
                Math.max(CENTS, difference.scale()),
                RoundingMode.HALF_UP),
        sums.largest());
  }

  private List<EditImpact> edits(Tally tally) {
    List<TableEdit> edits = comparison.edits();
    return IntStream.range(0, edits.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> weight(sums(tally, i)))
                .reversed()
                .thenComparing(i -> i))
        .map(i -> impact(edits.get(i), sums(tally, i)))
        .toList();
  }

  private static EditSums sums(Tally tally, int edit) {
    return tally.edits.getOrDefault(edit, EditSums.NONE);
  }

  private static BigDecimal weight(EditSums sums) {
    return sums.money().values().stream()
        .map(money -> money.alone().abs().max(money.together().abs()))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static EditImpact impact(TableEdit edit, EditSums sums) {
    return new EditImpact(
        edit.file(),
        edit.sheet(),
        edit.cell(),
        edit.column(),
        edit.before(),
        edit.after(),
        sums.alone(),
        sums.together(),
        sums.money().entrySet().stream()
            .map(
                one ->
                    new EditMoney(one.getKey(), one.getValue().alone(), one.getValue().together()))
            .toList());
  }

  private static List<JointMoney> joint(Tally tally) {
    SortedMap<String, EditSums.Money> left = new TreeMap<>();
    tally.money.forEach(
        (currency, sums) -> {
          BigDecimal difference = sums.after().total().subtract(sums.base());
          left.put(currency, new EditSums.Money(difference, difference));
        });
    for (EditSums edit : tally.edits.values()) {
      edit.money()
          .forEach(
              (currency, money) ->
                  left.merge(
                      currency,
                      new EditSums.Money(money.alone().negate(), money.together().negate()),
                      EditSums.Money::plus));
    }
    return left.entrySet().stream()
        .map(one -> new JointMoney(one.getKey(), one.getValue().alone(), one.getValue().together()))
        .toList();
  }

  private static List<RowImpact> rows(Tally tally) {
    List<RowImpact> rows = new ArrayList<>();
    tally.byRow.forEach(
        (key, sums) -> {
          String[] place = key.split("\n");
          if (place.length == 3 && sums.changed() > 0) {
            rows.add(
                new RowImpact(
                    place[0],
                    place[1],
                    Integer.parseInt(place[2]),
                    sums.decided(),
                    sums.changed(),
                    amounts(sums)));
          }
        });
    return rows.stream()
        .sorted(
            Comparator.comparingLong(RowImpact::changed)
                .reversed()
                .thenComparing(RowImpact::file)
                .thenComparing(RowImpact::sheet)
                .thenComparing(RowImpact::row))
        .limit(MAX_ROWS)
        .toList();
  }

  private static List<GroupImpact> groups(SortedMap<String, Sums> groups) {
    return groups.entrySet().stream()
        .map(
            one ->
                new GroupImpact(
                    one.getKey(),
                    one.getValue().decided(),
                    one.getValue().changed(),
                    amounts(one.getValue())))
        .sorted(
            Comparator.comparingLong(GroupImpact::changed)
                .reversed()
                .thenComparing(GroupImpact::key))
        .limit(MAX_ROWS)
        .toList();
  }

  private static List<Amount> amounts(Sums sums) {
    return sums.money().entrySet().stream()
        .map(
            one ->
                new Amount(
                    one.getKey(),
                    one.getValue().before(),
                    one.getValue().after(),
                    one.getValue().after().subtract(one.getValue().before())))
        .toList();
  }

  /**
   * Adds the letters of the largest changes.
   *
   * @param find finds a dispute by its id; empty if it is no longer known
   */
  public static ImpactReport withLetters(
      ImpactReport report,
      RuleSet base,
      RuleSet candidate,
      Function<String, Optional<HistoricalDispute>> find) {
    return report.with(
        report.largest().stream()
            .map(
                large -> {
                  Optional<HistoricalDispute> kept = find.apply(large.change().id());
                  return new LargeChange(
                      large.change(),
                      kept.map(one -> letterBefore(one, base)).orElse(null),
                      kept.map(one -> letter(one, candidate)).orElse(null));
                })
            .toList());
  }

  private static @Nullable Letter letterBefore(HistoricalDispute source, RuleSet base) {
    JsonNode answer = source.recorded();
    if (answer == null) {
      return letter(source, base);
    }
    JsonNode letter = answer.path("letter");
    return letter.isObject()
        ? new Letter(
            Locale.forLanguageTag(letter.path("locale").asText()),
            letter.path("subject").asText(),
            letter.path("body").asText())
        : null;
  }

  private static @Nullable Letter letter(HistoricalDispute source, RuleSet rules) {
    try {
      return Objects.requireNonNull(rules.decide(Evaluator.read(source, rules)).letter());
    } catch (RuntimeException failed) {
      return null;
    }
  }
}
