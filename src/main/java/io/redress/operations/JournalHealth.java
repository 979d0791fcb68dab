package io.redress.operations;

import io.redress.journal.read.ClockCheck;
import io.redress.journal.write.Journal;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while decisions can be stored; has an alarm when a clock is wrong. */
@Readiness
@Singleton
class JournalHealth implements HealthCheck {
  private final Journal journal;
  private final ClockCheck clock;

  JournalHealth(Journal journal, ClockCheck clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var health = HealthCheckResponse.named("Journal");
    clock
        .future()
        .ifPresent(
            newest ->
                health.withData("alarm", "It has an entry of " + newest + ", in the future."));
    return journal
        .outage()
        .map(reason -> health.down().withData("trouble", reason))
        .orElseGet(health::up)
        .build();
  }
}
