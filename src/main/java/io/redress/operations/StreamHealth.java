package io.redress.operations;

import io.redress.intake.stream.StreamStatus;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready, because requests are decided without Kafka; has an alarm while events are not. */
@Readiness
@Singleton
class StreamHealth implements HealthCheck {
  private final StreamStatus status;

  StreamHealth(StreamStatus status) {
    this.status = status;
  }

  @Override
  public HealthCheckResponse call() {
    var health = HealthCheckResponse.named("Stream").withData("on", status.isOn());
    status.alarm().ifPresent(why -> health.withData("alarm", why));
    return health.up().build();
  }
}
