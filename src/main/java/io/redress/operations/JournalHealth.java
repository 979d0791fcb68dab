package io.redress.operations;

import io.redress.journal.write.Journal;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as long as decisions can be kept. */
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
        .trouble()
        .map(trouble -> health.down().withData("trouble", trouble))
        .orElseGet(health::up)
        .build();
  }
}
