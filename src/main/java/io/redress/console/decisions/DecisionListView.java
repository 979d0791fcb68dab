package io.redress.console.decisions;

import io.redress.console.Pager;
import io.redress.domain.dispute.ActionType;
import io.redress.http.problem.Page;
import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.SortOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of decisions.
 *
 * @param own filters by the seller's own facts and outcomes
 * @param slow whether the search timed out
 */
record DecisionListView(
    ListQuery query,
    List<DecisionListItem> rows,
    long total,
    Page page,
    List<String> versions,
    List<OwnFilter> own,
    boolean slow) {
  private static final List<String> COLUMNS =
      List.of(
          "decidedAt",
          "disputeId",
          "resolution",
          "reasonCode",
          "caseStatus",
          "discountPercent",
          "refundAmount",
          "ruleSet",
          "caller");
  private static final String DEFAULT_SORT = "-decidedAt";

  /**
   * The heading of a column.
   *
   * @param href the list sorted by this column, or in reverse if it is already
   * @param direction {@code ascending} or {@code descending}; null if sorted by another column
   */
  public record Heading(String label, String href, @Nullable String direction) {}

  /**
   * A filter by a fact or outcome of the seller's own.
   *
   * @param parameter such as {@code custom.tier}
   * @param value empty unless the search uses it
   */
  public record OwnFilter(String parameter, String label, String value) {}

  /** Whether the search uses a filter by the seller's own facts and outcomes. */
  public boolean filtersOwn() {
    return own.stream().anyMatch(filter -> !filter.value().isEmpty());
  }

  public List<Heading> headings() {
    String sorted = value("sort").isEmpty() ? DEFAULT_SORT : value("sort");
    return COLUMNS.stream()
        .filter(SortOrder.members()::contains)
        .map(
            column -> {
              boolean rising = sorted.equals(column);
              boolean falling = sorted.equals("-" + column);
              return new Heading(
                  "decisions.column." + column,
                  query.sorted(rising ? "-" + column : column),
                  rising ? "ascending" : falling ? "descending" : null);
            })
        .toList();
  }

  public List<String> resolutions() {
    return Arrays.stream(ActionType.values()).map(Enum::name).toList();
  }

  public String value(String parameter) {
    return query.value(parameter);
  }

  public boolean narrowed() {
    return query.narrows();
  }

  public Pager pager() {
    return new Pager(page.number(), page.size(), total, query.page(), "");
  }

  public String csv() {
    return query.export("export.csv");
  }

  public String workbook() {
    return query.export("export.xlsx");
  }
}
