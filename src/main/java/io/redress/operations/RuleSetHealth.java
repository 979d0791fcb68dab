package io.redress.operations;

import io.redress.lifecycle.ActiveRules;
import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when a rule set is active. If it is not the one that should be active, the response has an
 * alarm, but stays UP, because the service can decide.
 */
@Readiness
@Singleton
public class RuleSetHealth implements HealthCheck {
  private final ActiveRules active;

  public RuleSetHealth(ActiveRules active) {
    this.active = active;
  }

  @Override
  public HealthCheckResponse call() {
    var health = HealthCheckResponse.named("Rule set");
    active.alarm().ifPresent(why -> health.withData("alarm", why));
    return active
        .current()
        .map(RuleSet::id)
        .map(id -> health.up().withData("version", id.version()).withData("hash", id.hash()))
        .orElseGet(health::down)
        .build();
  }
}
