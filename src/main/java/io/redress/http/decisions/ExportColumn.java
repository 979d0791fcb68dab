package io.redress.http.decisions;

import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.rules.table.OwnTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param width in characters
 * @param value an Instant, LocalDate, Number, Boolean or String
 */
record ExportColumn(String name, int width, Function<DecisionListItem, @Nullable Object> value) {
  private static final int CUSTOM_WIDTH = 20;

  private static final List<ExportColumn> BUILT_IN =
      List.of(
          new ExportColumn("decisionId", 38, DecisionListItem::decisionId),
          new ExportColumn("decidedAt", 20, DecisionListItem::decidedAt),
          new ExportColumn("disputeId", 38, DecisionListItem::disputeId),
          new ExportColumn("asOf", 12, DecisionListItem::asOf),
          new ExportColumn("resolution", 28, DecisionListItem::resolution),
          new ExportColumn("reasonCode", 28, DecisionListItem::reasonCode),
          new ExportColumn("caseStatus", 22, DecisionListItem::caseStatus),
          new ExportColumn("ruleSet", 14, DecisionListItem::ruleSet),
          new ExportColumn("discountPercent", 16, DecisionListItem::discountPercent),
          new ExportColumn("refundAmount", 16, DecisionListItem::refundAmount),
          new ExportColumn("refundCurrency", 16, DecisionListItem::refundCurrency),
          new ExportColumn("caller", 24, DecisionListItem::caller),
          new ExportColumn("requestId", 38, DecisionListItem::requestId),
          new ExportColumn("replica", 38, DecisionListItem::replica),
          new ExportColumn("number", 10, DecisionListItem::number),
          new ExportColumn("outcome", 18, reported(one -> one.outcome().name())),
          new ExportColumn("outcomeCost", 14, cost(ReportedOutcome.Cost::amount)),
          new ExportColumn("outcomeCurrency", 16, cost(one -> one.currency().toString())),
          new ExportColumn("outcomeReportedAt", 20, reported(ReportedOutcome::reportedAt)));

  private static Function<DecisionListItem, @Nullable Object> reported(
      Function<ReportedOutcome, @Nullable Object> value) {
    return item -> item.outcome() == null ? null : value.apply(item.outcome());
  }

  private static Function<DecisionListItem, @Nullable Object> cost(
      Function<ReportedOutcome.Cost, @Nullable Object> value) {
    return reported(one -> one.cost() == null ? null : value.apply(one.cost()));
  }

  /** All columns; those of the seller's own facts and outcomes come last. */
  static List<ExportColumn> of(JournalSearch journal) {
    List<ExportColumn> columns = new ArrayList<>(BUILT_IN);
    journal
        .customNames()
        .forEach(
            name ->
                columns.add(
                    new ExportColumn(
                        OwnTerms.PREFIX + name, CUSTOM_WIDTH, item -> item.custom(name))));
    return List.copyOf(columns);
  }
}
