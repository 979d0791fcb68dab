package io.redress.operations;

import io.redress.security.access.KeyCache;
import io.redress.security.access.Protection;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the access keys were read. */
@Readiness
@Singleton
class AccessHealth implements HealthCheck {
  private final KeyCache keys;
  private final Protection protection;

  AccessHealth(KeyCache keys, Protection protection) {
    this.keys = keys;
    this.protection = protection;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Access")
        .status(keys.loaded())
        .withData("open", protection.open())
        .build();
  }
}
