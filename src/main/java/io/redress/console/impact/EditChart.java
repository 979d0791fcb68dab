package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.EditMoney;
import io.redress.insight.impact.ImpactReport.JointMoney;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bar chart of the money of one currency by edit.
 *
 * @param total the difference between the two rule sets
 * @param since what {@code total} leaves out, because it changed since it was recorded; empty for
 *     nothing
 * @param more number of edits that are left out
 */
record EditChart(String currency, List<Bar> bars, String total, String since, int more) {
  private static final int MAX_BARS = 20;

  /** In units of the drawing: from its middle, where nothing is, to either side. */
  private static final int HALF = 100;

  /**
   * What an edit costs.
   *
   * @param joint whether it is what no edit causes by itself
   */
  record Bar(EditPlaces.Place place, boolean joint, Length alone, Length together) {}

  /**
   * A bar of the drawing.
   *
   * @param style {@code more} or {@code less}
   */
  record Length(String text, String style, double x, double width) {
    static Length of(BigDecimal amount, BigDecimal largest, String currency, Messages messages) {
      double width =
          largest.signum() == 0
              ? 0
              : Math.round(10 * HALF * amount.abs().doubleValue() / largest.doubleValue()) / 10.0;
      return new Length(
          MoneyText.signed(amount, currency, messages),
          MoneyText.style(amount),
          amount.signum() < 0 ? HALF - width : HALF,
          width);
    }
  }

  /** The charts of all currencies in which edits cost anything. */
  static List<EditChart> of(ImpactReport report, EditPlaces places, Messages messages) {
    List<EditChart> charts = new ArrayList<>();
    for (MoneyChange change : report.money()) {
      if (MoneyText.known(change.currency())) {
        of(report, change, places, messages).ifPresent(charts::add);
      }
    }
    return charts;
  }

  private static Optional<EditChart> of(
      ImpactReport report, MoneyChange change, EditPlaces places, Messages messages) {
    String currency = change.currency();
    List<EditImpact> edits =
        report.byCell().stream().filter(edit -> costs(money(edit, currency))).toList();
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    EditMoney joint =
        report.joint().stream()
            .filter(one -> one.currency().equals(currency))
            .map((JointMoney one) -> new EditMoney(currency, one.alone(), one.together()))
            .findFirst()
            .orElse(none(currency));
    List<EditImpact> shown = edits.stream().limit(MAX_BARS).toList();
    BigDecimal largest = size(joint);
    for (EditImpact edit : shown) {
      largest = largest.max(size(money(edit, currency)));
    }
    List<Bar> bars = new ArrayList<>();
    for (EditImpact edit : shown) {
      bars.add(bar(places.of(edit), false, money(edit, currency), largest, messages));
    }
    if (costs(joint)) {
      bars.add(
          bar(
              new EditPlaces.Place(messages.say("impact.joint"), "", ""),
              true,
              joint,
              largest,
              messages));
    }
    BigDecimal since = change.sinceRecorded() == null ? BigDecimal.ZERO : change.sinceRecorded();
    return Optional.of(
        new EditChart(
            currency,
            bars,
            MoneyText.signed(change.difference().subtract(since), currency, messages),
            since.signum() == 0 ? "" : MoneyText.signed(since, currency, messages),
            edits.size() - shown.size()));
  }

  private static Bar bar(
      EditPlaces.Place place,
      boolean joint,
      EditMoney money,
      BigDecimal largest,
      Messages messages) {
    return new Bar(
        place,
        joint,
        Length.of(money.alone(), largest, money.currency(), messages),
        Length.of(money.together(), largest, money.currency(), messages));
  }

  private static EditMoney money(EditImpact edit, String currency) {
    return edit.money().stream()
        .filter(one -> one.currency().equals(currency))
        .findFirst()
        .orElse(none(currency));
  }

  private static EditMoney none(String currency) {
    return new EditMoney(currency, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private static boolean costs(EditMoney money) {
    return size(money).signum() != 0;
  }

  private static BigDecimal size(EditMoney money) {
    return money.alone().abs().max(money.together().abs());
  }
}
