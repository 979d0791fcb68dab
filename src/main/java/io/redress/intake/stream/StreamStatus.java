package io.redress.intake.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How the stream is, for logs, metrics and the health check. */
@Singleton
public class StreamStatus {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final MeterRegistry metrics;
  private final AtomicLong lag = new AtomicLong();
  private volatile boolean on;
  private volatile @Nullable String alarm;

  /** What happened to an event. */
  enum Result {
    DECIDED("decided"),
    REPEATED("repeated"),
    REFUSED("refused");

    private final String label;

    Result(String label) {
      this.label = label;
    }
  }

  StreamStatus(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Whether the service reads disputes from Kafka. */
  public boolean isOn() {
    return on;
  }

  /** Why no event is decided now; empty if events are. */
  public Optional<String> alarm() {
    return Optional.ofNullable(alarm);
  }

  void turnOn() {
    on = true;
    Gauge.builder("redress.stream.up", this, status -> status.alarm == null ? 1 : 0)
        .description("0 while events cannot be read, decided or answered")
        .register(metrics);
    Gauge.builder("redress.stream.lag", lag, AtomicLong::doubleValue)
        .description("Records that this replica has still to read")
        .register(metrics);
    for (Result result : Result.values()) {
      metrics.counter("redress.stream.events", "result", result.label);
    }
  }

  Timer batches() {
    return Timer.builder("redress.stream.batch")
        .description("From a batch of events to its committed offsets")
        .register(metrics);
  }

  void count(Result result) {
    metrics.counter("redress.stream.events", "result", result.label).increment();
  }

  void lag(long records) {
    lag.set(records);
  }

  void works() {
    if (alarm != null) {
      alarm = null;
      LOG.info("Events are read from Kafka and decided.");
    }
  }

  /**
   * @param reason without what events bring
   */
  void fails(String reason) {
    if (!Objects.equals(alarm, reason)) {
      alarm = reason;
      LOG.warnf("No events are decided, which is tried again: %s", reason);
    }
  }
}
