package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.insight.impact.ImpactReport.KpiChange;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI before and after, as text.
 *
 * @param unit a currency without a name here, such as that of facts without one; may be empty
 */
record KpiLine(String title, String unit, String before, String after, String difference) {
  private static final String NONE = "\u2013";
  private static final String PERCENT = "%";

  static List<KpiLine> of(List<KpiChange> kpis, Messages messages) {
    return kpis.stream()
        .map(
            kpi ->
                new KpiLine(
                    kpi.titleIn(messages.language()),
                    kpi.unit() != null && kpi.unit().equals("unknown")
                        ? messages.say("impact.group.unknown")
                        : "",
                    text(kpi.before(), kpi.unit(), messages),
                    text(kpi.after(), kpi.unit(), messages),
                    difference(kpi, messages)))
        .toList();
  }

  private static String difference(KpiChange kpi, Messages messages) {
    BigDecimal difference = kpi.difference();
    if (difference == null) {
      return NONE;
    }
    String sign = difference.signum() > 0 ? "+" : "";
    return PERCENT.equals(kpi.unit())
        ? messages.say("impact.points", sign + messages.number(difference))
        : sign + text(difference, kpi.unit(), messages);
  }

  private static String text(
      @Nullable BigDecimal figure, @Nullable String unit, Messages messages) {
    if (figure == null) {
      return NONE;
    }
    if (PERCENT.equals(unit)) {
      return messages.percent(figure);
    }
    return unit != null && MoneyText.known(unit)
        ? messages.money(figure, unit)
        : messages.number(figure);
  }
}
