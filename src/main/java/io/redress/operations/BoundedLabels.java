package io.redress.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.redress.http.problem.Endpoints;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what clients make up, addresses and methods, out of the labels of metrics: each would be
 * held for ever, and could be about people.
 */
@Singleton
class BoundedLabels implements MeterFilter {
  private static final String SERVER = "http.server.";
  private static final String REQUESTS = "http.server.requests";
  private static final String DECIDE = "/v1/decide";
  private static final String URI = "uri";
  private static final String METHOD = "method";
  private static final String OTHER = "OTHER";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", OTHER);

  /** What Quarkus writes in place of addresses. */
  private static final Set<String> NO_ADDRESS =
      Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/cors-preflight", OTHER);

  private static final Duration FASTEST = Duration.ofMillis(1);
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final Endpoints endpoints;

  BoundedLabels(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith(SERVER)) {
      return id;
    }
    List<Tag> bounded =
        id.getTags().stream()
            .filter(tag -> !known(tag))
            .map(tag -> Tag.of(tag.getKey(), OTHER))
            .toList();
    return bounded.isEmpty() ? id : id.withTags(bounded);
  }

  private boolean known(Tag tag) {
    return switch (tag.getKey()) {
      case METHOD -> METHODS.contains(tag.getValue());
      case URI -> NO_ADDRESS.contains(tag.getValue()) || endpoints.has(tag.getValue());
      default -> true;
    };
  }

  /** Decisions are what people wait for, so it shows how many waited how long. */
  @Override
  public @Nullable DistributionStatisticConfig configure(
      Meter.Id id, DistributionStatisticConfig config) {
    boolean decide = id.getName().equals(REQUESTS) && Objects.equals(id.getTag(URI), DECIDE);
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
