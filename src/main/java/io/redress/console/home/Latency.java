package io.redress.console.home;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Time from facts to decision since this process started, in milliseconds: upper bounds of
 * histogram buckets.
 */
record Latency(long decisions, double median, double percentile99) {

  /** Empty before the first decision. */
  static Optional<Latency> of(MeterRegistry metrics) {
    Timer timer = metrics.find("redress.decide").timer();
    return Optional.ofNullable(timer)
        .map(Timer::takeSnapshot)
        .filter(snapshot -> snapshot.count() > 0)
        .map(
            snapshot ->
                new Latency(snapshot.count(), quantile(snapshot, 0.5), quantile(snapshot, 0.99)));
  }

  private static double quantile(HistogramSnapshot snapshot, double part) {
    return Arrays.stream(snapshot.histogramCounts())
        .filter(bucket -> bucket.count() >= part * snapshot.count())
        .mapToDouble(CountAtBucket::bucket)
        .map(nanos -> rounded(nanos / TimeUnit.MILLISECONDS.toNanos(1)))
        .findFirst()
        .orElseGet(() -> rounded(snapshot.max(TimeUnit.MILLISECONDS)));
  }

  private static double rounded(double millis) {
    return Math.round(millis * 100) / 100.0;
  }
}
