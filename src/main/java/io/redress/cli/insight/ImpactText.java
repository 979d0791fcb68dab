package io.redress.cli.insight;

import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.ImpactReport.Amount;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.GroupImpact;
import io.redress.insight.impact.ImpactReport.KpiChange;
import io.redress.insight.impact.ImpactReport.LargeChange;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import io.redress.insight.impact.ImpactReport.Population;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a candidate would have cost, as lines for the terminal. */
final class ImpactText {
  private static final int MAX_LINES = 10;
  private static final String INDENT = "  ";

  private ImpactText() {}

  static List<String> lines(ImpactReport report) {
    List<String> lines = new ArrayList<>();
    Population population = report.population();
    lines.add(
        population.found()
            + " disputes, "
            + population.decided()
            + " decided, "
            + report.changed()
            + " of them otherwise");
    population
        .undecidable()
        .forEach(
            one ->
                lines.add(
                    INDENT + one.count() + " " + one.reason() + ", such as: " + one.example()));
    if (population.unpriced() > 0) {
      lines.add(INDENT + population.unpriced() + " with a refund of an unknown amount");
    }
    section(lines, "Money", report.money().stream().map(ImpactText::money).toList());
    section(lines, "KPIs", report.kpis().stream().map(ImpactText::kpi).toList());
    section(
        lines,
        "Resolutions",
        report.matrix().stream()
            .filter(cell -> !cell.from().equals(cell.to()))
            .map(cell -> cell.from() + " -> " + cell.to() + ": " + cell.count())
            .toList());
    section(
        lines,
        "Edits: what each costs alone, and as the last of all",
        report.byCell().stream().map(ImpactText::edit).toList());
    section(
        lines,
        "Jointly, beyond the sum of the edits alone",
        report.joint().stream()
            .filter(joint -> joint.alone().signum() != 0)
            .map(joint -> signed(joint.alone()) + " " + joint.currency())
            .toList());
    section(lines, "Countries", groups(report.byCountry()));
    section(lines, "Reasons", groups(report.byReason()));
    section(lines, "Platforms", groups(report.byPlatform()));
    section(lines, "Largest changes", report.largest().stream().map(ImpactText::large).toList());
    return lines;
  }

  private static void section(List<String> lines, String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add("");
      lines.add(title);
      entries.stream().limit(MAX_LINES).forEach(entry -> lines.add(INDENT + entry));
      if (entries.size() > MAX_LINES) {
        lines.add(INDENT + (entries.size() - MAX_LINES) + " more, see --json");
      }
    }
  }

  private static String money(MoneyChange money) {
    return money.currency()
        + ": "
        + plain(money.before())
        + " -> "
        + plain(money.after())
        + " ("
        + signed(money.difference())
        + "; "
        + money.moved()
        + " disputes, "
        + signed(money.average())
        + " on average, "
        + signed(money.largest())
        + " at most)";
  }

  private static String kpi(KpiChange kpi) {
    String unit = kpi.unit() == null ? "" : " " + kpi.unit();
    return kpi.titleIn("en")
        + ": "
        + shown(kpi.before())
        + " -> "
        + shown(kpi.after())
        + unit
        + (kpi.difference() == null ? "" : " (" + signed(kpi.difference()) + ")");
  }

  private static String shown(@Nullable BigDecimal figure) {
    return figure == null ? "none" : plain(figure);
  }

  private static String edit(EditImpact edit) {
    String money =
        edit.money().stream()
            .filter(one -> one.alone().signum() != 0 || one.together().signum() != 0)
            .map(one -> signed(one.alone()) + " / " + signed(one.together()) + " " + one.currency())
            .collect(Collectors.joining(", "));
    return edit.file()
        + (edit.sheet().isEmpty() ? "" : ", " + edit.sheet())
        + ", "
        + edit.cell()
        + " ("
        + edit.before()
        + " -> "
        + edit.after()
        + "): "
        + edit.changed()
        + " / "
        + edit.changedTogether()
        + " decisions"
        + (money.isEmpty() ? "" : ", " + money);
  }

  private static List<String> groups(List<GroupImpact> groups) {
    return groups.stream()
        .filter(group -> group.changed() > 0)
        .map(
            group ->
                group.key()
                    + ": "
                    + group.changed()
                    + " of "
                    + group.decided()
                    + group.money().stream()
                        .filter(amount -> amount.difference().signum() != 0)
                        .map(ImpactText::difference)
                        .collect(Collectors.joining()))
        .toList();
  }

  private static String difference(Amount amount) {
    return ", " + signed(amount.difference()) + " " + amount.currency();
  }

  private static String large(LargeChange large) {
    var change = large.change();
    return change.disputeId()
        + " ("
        + change.id()
        + "): "
        + change.before().resolution()
        + " -> "
        + change.after().resolution()
        + Optional.ofNullable(change.currency())
            .map(currency -> ", " + signed(change.difference()) + " " + currency)
            .orElse("");
  }

  private static String signed(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + plain(amount);
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }
}
