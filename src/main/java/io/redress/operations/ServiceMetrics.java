package io.redress.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.vertx.http.HttpServerStart;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.database.Database;
import io.redress.platform.database.PoolUsage;
import io.redress.rules.ruleset.RuleSet;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Metrics of the active rule set and the connection pool. */
@Singleton
class ServiceMetrics {
  private final MeterRegistry metrics;
  private final ActiveRules active;

  ServiceMetrics(MeterRegistry metrics, ActiveRules active) {
    this.metrics = metrics;
    this.active = active;
  }

  void measure(@ObservesAsync HttpServerStart started, Database database) {
    MultiGauge decides =
        MultiGauge.builder("redress.ruleset.active")
            .description("1 for the version of the active rule set")
            .register(metrics);
    active.addListener(rules -> decides.register(List.of(row(rules)), true));
    measure(database, "redress.pool.active", "Connections in use", PoolUsage::active);
    measure(database, "redress.pool.available", "Idle connections", PoolUsage::available);
    measure(
        database, "redress.pool.awaiting", "Threads waiting for a connection", PoolUsage::awaiting);
    measure(database, "redress.pool.most", "Maximum number of connections", PoolUsage::max);
  }

  private static MultiGauge.Row<Number> row(RuleSet rules) {
    return MultiGauge.Row.of(Tags.of("version", rules.id().version()), 1);
  }

  private void measure(
      Database database, String name, String description, ToDoubleFunction<PoolUsage> part) {
    Gauge.builder(name, database, opened -> part.applyAsDouble(opened.poolUsage()))
        .description(description)
        .register(metrics);
  }
}
