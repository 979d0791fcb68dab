package io.redress.operations;

import io.redress.platform.database.Database;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the database does not answer, because decisions could not be stored. */
@Readiness
@Singleton
class DatabaseHealth implements HealthCheck {
  private final Instance<Database> database;

  DatabaseHealth(Instance<Database> database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var health = HealthCheckResponse.named("Database");
    return database
        .get()
        .outage()
        .map(why -> health.down().withData("reason", why))
        .orElseGet(health::up)
        .build();
  }
}
