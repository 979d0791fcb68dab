package io.redress.journal.impact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.check.gate.Measurements;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchTooSlow;
import io.redress.lifecycle.ImpactEvidence;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What impact runs say about candidates, for the gates of the active rule set. */
@Singleton
class ImpactMeasurements implements ImpactEvidence {
  /** As many as wait, and some that are done. */
  private static final int MAX_RUNS = 2 * ImpactRuns.MAX_OPEN;

  private static final int MAX_CACHED = 1_000;

  /** Reports are long, and those of runs that are done do not change. */
  private final Cache<ImpactRuns.Known, Measurements.Run> done =
      Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

  private final ImpactRuns runs;
  private final JournalSearch journal;

  ImpactMeasurements(ImpactRuns runs, JournalSearch journal) {
    this.runs = runs;
    this.journal = journal;
  }

  @Override
  public Measurements of(String candidate) {
    List<Measurements.Run> known =
        runs.newest(candidate, MAX_RUNS).stream().flatMap(one -> measured(one).stream()).toList();
    return known.isEmpty() ? Measurements.NONE : new Measurements(known, oldest());
  }

  private @Nullable Instant oldest() {
    try {
      return journal.oldest().orElse(null);
    } catch (SearchTooSlow unknown) {
      return null;
    }
  }

  private Optional<Measurements.Run> measured(ImpactRuns.Known run) {
    Measurements.Run known = done.getIfPresent(run);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Measurements.Run> read = runs.find(run.id()).map(ImpactMeasurements::run);
    read.filter(one -> run.status() == ImpactRun.Status.DONE).ifPresent(one -> done.put(run, one));
    return read;
  }

  private static Measurements.Run run(ImpactRun run) {
    ImpactSpecification wanted = run.specification();
    Optional<ImpactReport> report = run.result();
    return new Measurements.Run(
        run.id(),
        report.isPresent(),
        wanted.against(),
        wanted.complete(),
        wanted.redemptionRate(),
        wanted.from(),
        wanted.before(),
        report.map(done -> done.population().decided()).orElse(0L),
        report.map(ImpactReport::changed).orElse(0L),
        report.map(done -> done.population().lost()).orElse(0L),
        report.map(ImpactMeasurements::difference).orElse(Map.of()));
  }

  private static Map<String, BigDecimal> difference(ImpactReport report) {
    return report.money().stream()
        .collect(Collectors.toMap(MoneyChange::currency, MoneyChange::difference));
  }
}
