package io.redress.insight.impact;

import io.redress.check.kpi.Kpi;
import io.redress.insight.impact.ImpactReport.KpiChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was added up of KPIs. */
final class KpiReport {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  private final List<Kpi> kpis;
  private final Tally tally;

  KpiReport(List<Kpi> kpis, Tally tally) {
    this.kpis = kpis;
    this.tally = tally;
  }

  /** The KPIs in their order; sums of money once for each currency. */
  List<KpiChange> changes() {
    return kpis.stream().flatMap(this::changes).toList();
  }

  private Stream<KpiChange> changes(Kpi kpi) {
    SortedMap<String, KpiSums> found = tally.kpis.getOrDefault(kpi.name(), new TreeMap<>());
    if (found.isEmpty()) {
      String unit = kpi.figure() instanceof Kpi.Share ? KpiEffect.PERCENT : "";
      return Stream.of(change(kpi, unit, KpiSums.NONE));
    }
    return found.entrySet().stream()
        .map((Map.Entry<String, KpiSums> one) -> change(kpi, one.getKey(), one.getValue()));
  }

  private static KpiChange change(Kpi kpi, String unit, KpiSums sums) {
    boolean share = kpi.figure() instanceof Kpi.Share;
    BigDecimal before = share ? percent(sums.before(), sums.amongBefore()) : sums.before();
    BigDecimal after = share ? percent(sums.after(), sums.amongAfter()) : sums.after();
    return new KpiChange(
        kpi.name(),
        kpi.title(),
        unit.isEmpty() ? null : unit,
        before,
        after,
        before == null || after == null ? null : after.subtract(before));
  }

  private static @Nullable BigDecimal percent(BigDecimal of, BigDecimal among) {
    return among.signum() == 0
        ? null
        : of.multiply(HUNDRED).divide(among, DECIMALS, RoundingMode.HALF_UP);
  }
}
