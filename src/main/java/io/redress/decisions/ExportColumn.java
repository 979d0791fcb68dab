package io.redress.decisions;

import io.redress.archive.Summary;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param width in characters
 * @param value an Instant, LocalDate, Number or String
 */
record ExportColumn(String name, int width, Function<Summary, @Nullable Object> value) {
  static final List<ExportColumn> ALL =
      List.of(
          new ExportColumn("decisionId", 38, Summary::decisionId),
          new ExportColumn("decidedAt", 20, Summary::decidedAt),
          new ExportColumn("disputeId", 38, Summary::disputeId),
          new ExportColumn("asOf", 12, Summary::asOf),
          new ExportColumn("resolution", 28, Summary::resolution),
          new ExportColumn("reasonCode", 28, Summary::reasonCode),
          new ExportColumn("caseStatus", 22, Summary::caseStatus),
          new ExportColumn("ruleSet", 14, Summary::ruleSet),
          new ExportColumn("discountPercent", 16, Summary::discountPercent),
          new ExportColumn("refundAmount", 16, Summary::refundAmount),
          new ExportColumn("refundCurrency", 16, Summary::refundCurrency),
          new ExportColumn("caller", 24, Summary::caller),
          new ExportColumn("requestId", 38, Summary::requestId),
          new ExportColumn("replica", 38, Summary::replica),
          new ExportColumn("number", 10, Summary::number));
}
