package io.redress.console.decisions;

import io.redress.console.ListQuery;
import io.redress.console.Pager;
import io.redress.console.SortHeading;
import io.redress.domain.dispute.ActionType;
import io.redress.http.problem.Page;
import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.SortOrder;
import java.util.Arrays;
import java.util.List;

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
  private static final String TIME = "decidedAt";
  private static final List<String> COLUMNS =
      List.of(
          TIME,
          "disputeId",
          "resolution",
          "reasonCode",
          "caseStatus",
          "discountPercent",
          "refundAmount",
          "ruleSet",
          "caller");
  private static final String DEFAULT_SORT = "-" + TIME;

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

  public List<SortHeading> headings() {
    String sorted = sorted(query);
    return COLUMNS.stream()
        .filter(SortOrder.members()::contains)
        .map(column -> SortHeading.of(query, column, "decisions.column." + column, sorted))
        .toList();
  }

  /** Whether the list is by time, so that a day has a place in it. */
  public boolean byTime() {
    return sorted(query).endsWith(TIME);
  }

  /** Whether the list begins with the newest. */
  static boolean newestFirst(ListQuery query) {
    return sorted(query).equals(DEFAULT_SORT);
  }

  private static String sorted(ListQuery query) {
    return query.value("sort").isEmpty() ? DEFAULT_SORT : query.value("sort");
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
