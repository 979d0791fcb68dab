package io.redress.journal.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.journal.read.SearchQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run compares; null criteria match all.
 *
 * @param candidate version of the rule set that is tried
 * @param against version of the rule set with which it is compared, edit by edit
 * @param recorded whether the money is compared with the recorded answers
 * @param from first instant, inclusive
 * @param before last instant, exclusive; never later than the run was asked for
 * @param ruleSet version of the rule set that decided
 * @param country of the buyer
 * @param platform where the dispute was opened
 * @param redemptionRate share of the discounts on next orders that buyers use, 0 to 1
 * @param kpis names of the candidate's KPIs that are worked out; empty for all
 */
public record ImpactSpecification(
    String candidate,
    String against,
    boolean recorded,
    @Nullable Instant from,
    Instant before,
    @Nullable String disputeId,
    @Nullable String resolution,
    @Nullable String ruleSet,
    @Nullable String country,
    @Nullable String platform,
    BigDecimal redemptionRate,
    List<String> kpis) {
  public ImpactSpecification {
    // Runs of earlier versions of this program have none.
    kpis = kpis == null ? List.of() : List.copyOf(kpis);
  }

  /** Whether it has no criteria but the time, and both rule sets decide all again. */
  boolean complete() {
    return !recorded
        && disputeId == null
        && resolution == null
        && ruleSet == null
        && country == null
        && platform == null;
  }

  SearchQuery search() {
    return new SearchQuery(disputeId, resolution, ruleSet, from, before, null, Map.of());
  }

  /** Whether facts meet the criteria that {@link #search()} does not know. */
  boolean matches(JsonNode facts) {
    return is(country, facts.at("/order/buyerCountry")) && is(platform, facts.at("/platform"));
  }

  private static boolean is(@Nullable String wanted, JsonNode value) {
    return wanted == null || wanted.equals(value.textValue());
  }
}
