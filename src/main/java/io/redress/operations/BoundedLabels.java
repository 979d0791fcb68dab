package io.redress.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.redress.http.problem.Endpoints;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps unknown paths and methods from requests out of metric labels: each value would be held for
 * ever, and could contain personal data. Limits on the number of values, such as {@link
 * MeterFilter#maximumAllowableTags} and Quarkus' {@code max-uri-tags}, do not prevent that: unknown
 * paths would use them up, and known paths would have no label.
 */
@Singleton
class BoundedLabels implements MeterFilter {
  private static final String SERVER = "http.server.";
  private static final String REQUESTS = "http.server.requests";
  private static final String URI = "uri";
  private static final String OTHER = "OTHER";

  private static final MeterFilter METHODS =
      MeterFilter.replaceTagValues(
          "method",
          unknown -> OTHER,
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE");

  /** Values that Quarkus uses instead of paths. */
  private static final Set<String> NO_ADDRESS =
      Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/cors-preflight", OTHER);

  private static final Duration FASTEST = Duration.ofMillis(1);
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final MeterFilter addresses;

  BoundedLabels(Endpoints endpoints) {
    this.addresses =
        MeterFilter.replaceTagValues(
            URI,
            address -> NO_ADDRESS.contains(address) || endpoints.has(address) ? address : OTHER);
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    return id.getName().startsWith(SERVER) ? METHODS.map(addresses.map(id)) : id;
  }

  /** Publishes a histogram of the latency of decisions. */
  @Override
  public @Nullable DistributionStatisticConfig configure(
      Meter.Id id, DistributionStatisticConfig config) {
    boolean decide =
        id.getName().equals(REQUESTS) && Objects.equals(id.getTag(URI), Endpoints.DECIDE);
    return decide
        ? DistributionStatisticConfig.builder()
            .percentilesHistogram(true)
            .minimumExpectedValue((double) FASTEST.toNanos())
            .maximumExpectedValue((double) SLOWEST.toNanos())
            .build()
            .merge(config)
        : config;
  }
}
