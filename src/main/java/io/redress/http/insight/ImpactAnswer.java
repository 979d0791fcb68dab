package io.redress.http.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.domain.dispute.Country;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.ImpactReport.Cell;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.GroupImpact;
import io.redress.insight.impact.ImpactReport.JointMoney;
import io.redress.insight.impact.ImpactReport.KpiChange;
import io.redress.insight.impact.ImpactReport.LargeChange;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import io.redress.insight.impact.ImpactReport.Population;
import io.redress.insight.impact.ImpactReport.RowImpact;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactSpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An impact run, as far as it has come. The result is there when its status is {@code DONE}, and
 * only where one run is read.
 *
 * @param progress share that is done, 0 to 1
 * @param secondsLeft at the pace so far; absent when it is not known
 * @param to the instant after the last
 * @param recorded whether the money is compared with the recorded answers
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImpactAnswer(
    String id,
    ImpactRun.Status status,
    BigDecimal progress,
    @Nullable Long secondsLeft,
    @Nullable Instant from,
    Instant to,
    ImpactRequest.@Nullable Filter filter,
    String candidate,
    String against,
    Boolean recorded,
    BigDecimal redemptionRate,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String failure,
    @Nullable Population population,
    @Nullable Long changed,
    @Nullable List<Cell> matrix,
    @Nullable List<MoneyChange> money,
    @Nullable List<EditImpact> byCell,
    @Nullable List<JointMoney> joint,
    @Nullable List<RowImpact> byRow,
    @Nullable List<GroupImpact> byCountry,
    @Nullable List<GroupImpact> byReason,
    @Nullable List<GroupImpact> byPlatform,
    @Nullable List<KpiChange> kpis,
    @Nullable List<LargeChange> largest) {
  private static final int PERMILLE = 3;

  /**
   * @param result empty where it is not there yet, or not wanted
   */
  static ImpactAnswer of(ImpactRun run, Optional<ImpactReport> result, Instant now) {
    ImpactSpecification wanted = run.specification();
    Duration left = run.left(now);
    ImpactRequest.Filter filter =
        new ImpactRequest.Filter(
            wanted.disputeId(),
            wanted.resolution(),
            wanted.ruleSet(),
            Optional.ofNullable(wanted.country()).flatMap(Country::of).orElse(null),
            wanted.platform());
    return new ImpactAnswer(
        run.id(),
        run.status(),
        BigDecimal.valueOf(run.progress())
            .setScale(PERMILLE, RoundingMode.DOWN)
            .stripTrailingZeros(),
        left == null ? null : left.toSeconds(),
        wanted.from(),
        wanted.before(),
        filter.equals(ImpactRequest.Filter.NONE) ? null : filter,
        wanted.candidate(),
        wanted.against(),
        wanted.recorded(),
        wanted.redemptionRate(),
        run.createdAt(),
        run.createdBy(),
        run.startedAt(),
        run.endedAt(),
        run.failure(),
        result.map(ImpactReport::population).orElse(null),
        result.map(ImpactReport::changed).orElse(null),
        result.map(ImpactReport::matrix).orElse(null),
        result.map(ImpactReport::money).orElse(null),
        result.map(ImpactReport::byCell).orElse(null),
        result.map(ImpactReport::joint).orElse(null),
        result.map(ImpactReport::byRow).orElse(null),
        result.map(ImpactReport::byCountry).orElse(null),
        result.map(ImpactReport::byReason).orElse(null),
        result.map(ImpactReport::byPlatform).orElse(null),
        result.map(ImpactReport::kpis).orElse(null),
        result.map(ImpactReport::largest).orElse(null));
  }
}
