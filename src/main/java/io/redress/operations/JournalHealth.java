package io.redress.operations;

import io.redress.journal.write.Journal;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while decisions can be stored. */
@Readiness
@Singleton
class JournalHealth implements HealthCheck {
  private final Journal journal;

  JournalHealth(Journal journal) {
    this.journal = journal;
  }

  @Override
  public HealthCheckResponse call() {
    var health = HealthCheckResponse.named("Journal");
    return journal
        .outage()
        .map(reason -> health.down().withData("trouble", reason))
        .orElseGet(health::up)
        .build();
  }
}
