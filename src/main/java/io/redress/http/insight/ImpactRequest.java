package io.redress.http.insight;

import io.redress.domain.dispute.CodeName;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Range;
import io.redress.domain.dispute.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/rulesets/{version}/impact}.
 *
 * @param from the first day (UTC), or the first instant; null for all
 * @param to the last day (UTC), or the instant after the last; null for now
 * @param filter which decisions; null for all
 * @param against version of the rule set that decides them again for comparison; null to compare
 *     with what was recorded
 * @param redemptionRate share of the discounts on next orders that buyers use, 0 to 1; null for 1
 * @param kpis names of KPIs of the rule set; empty for all
 */
public record ImpactRequest(
    @Text @Nullable String from,
    @Text @Nullable String to,
    @Nullable Filter filter,
    @Text @Nullable String against,
    @Range(max = 1) @Nullable BigDecimal redemptionRate,
    @Text(max = 64, pattern = "[a-z0-9-]+", form = "request.kpiName") List<String> kpis) {
  public ImpactRequest {
    kpis = List.copyOf(kpis);
  }

  /**
   * Criteria for decisions.
   *
   * @param ruleSet version of the rule set that decided
   * @param country of the buyer
   * @param platform where the dispute was opened
   */
  public record Filter(
      @Text @Nullable String disputeId,
      @Text @Nullable String resolution,
      @Text @Nullable String ruleSet,
      @Nullable Country country,
      @Text(max = 64, pattern = CodeName.PATTERN, form = "request.platformName")
          @Nullable String platform) {
    static final Filter NONE = new Filter(null, null, null, null, null);
  }
}
