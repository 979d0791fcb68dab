package io.redress.cli.decide;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.rules.table.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision in a few lines, for the terminal. */
final class DecisionSummary {
  private DecisionSummary() {}

  static String of(Decision decision) {
    List<String> lines = new ArrayList<>();
    add(lines, "Resolution", decision.resolution() + " (" + decision.reasonCode() + ")");
    add(
        lines,
        "Actions",
        decision.actions().stream()
            .map(Action::type)
            .map(Enum::name)
            .collect(Collectors.joining(", ")));
    add(lines, "Pieces", decision.replacementQuantity());
    add(lines, "Refund", refund(decision.refund()));
    add(lines, "Next order", decision.nextOrderDiscountPercent().toPlainString() + "% off");
    add(lines, "Goods", decision.goods());
    add(lines, "Platform", decision.dates().answerBy());
    add(lines, "Answer by", decision.dates().respondBy());
    add(lines, "Return by", decision.dates().returnBy());
    add(lines, "Refund by", decision.dates().refundBy());
    add(lines, "Ship before", decision.dates().shipBefore());
    add(lines, "Review by", decision.dates().nextReviewBy());
    add(lines, "Case", decision.caseStatus());
    decision.warnings().forEach(warning -> add(lines, "Warning", warning.message()));
    decision.trace().forEach(entry -> add(lines, "Decided by", place(entry)));
    if (decision.letter() != null) {
      lines.add("");
      lines.add(decision.letter().subject());
      lines.add("");
      lines.add(decision.letter().body());
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, String label, @Nullable Object value) {
    if (value != null) {
      lines.add(String.format("%-12s %s", label, value));
    }
  }

  private static @Nullable String refund(@Nullable Refund refund) {
    if (refund == null) {
      return null;
    }
    String amount =
        refund.amount() == null
            ? ""
            : ", " + refund.amount().toPlainString() + " " + refund.currency();
    return refund.percentOfGoods().toPlainString() + "% of the goods" + amount;
  }

  private static String place(TraceEntry entry) {
    RuleSource source = entry.source();
    String effects =
        entry.effect().entrySet().stream()
            .map(effect -> effect.getKey() + " " + Values.text(effect.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
    return place(source) + effects;
  }

  private static String place(RuleSource source) {
    return source instanceof RuleSource.TableRow row
        ? row.file()
            + ", "
            + row.sheet()
            + ", row "
            + row.row()
            + ": "
            + String.join(" ", row.cells())
        : source.file() + ": " + source.rule();
  }
}
