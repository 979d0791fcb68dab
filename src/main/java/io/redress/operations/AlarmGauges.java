package io.redress.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.redress.journal.read.ClockCheck;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.database.Database;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Gauges for conditions that need an operator at once. */
@Singleton
class AlarmGauges {
  void register(
      @Observes StartupEvent started,
      MeterRegistry metrics,
      Instance<Database> database,
      ActiveRules active,
      ClockCheck clock) {
    Gauge.builder("redress.rules.alarm", active, rules -> rules.alarm().isPresent() ? 1 : 0)
        .description("1 while the active rule set cannot be read and another one decides")
        .register(metrics);
    Gauge.builder("redress.journal.future", clock, one -> one.future().isPresent() ? 1 : 0)
        .description("1 while the journal has an entry from the future: a clock was ahead")
        .register(metrics);
    Gauge.builder("redress.database.up", database, one -> one.get().outage().isPresent() ? 0 : 1)
        .description("0 while the database does not answer")
        .register(metrics);
  }
}
