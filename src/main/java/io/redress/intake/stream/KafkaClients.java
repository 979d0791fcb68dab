package io.redress.intake.stream;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens clients of Kafka. Settings {@code kafka.*} override the defaults here, except for those on
 * which it depends that no event is lost.
 */
@Singleton
class KafkaClients {
  private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(5);

  /** Bounds what is in progress, with the bytes below. */
  private static final int MAX_EVENTS = 128;

  private static final int MAX_BYTES = 8 << 20;

  private static final Map<String, Object> CONSUMER_DEFAULTS =
      Map.of(
          ConsumerConfig.GROUP_ID_CONFIG,
          "redress",
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "earliest",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          MAX_EVENTS,
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
          MAX_BYTES);
  private static final Map<String, Object> CONSUMER_GUARANTEES =
      Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);

  /** Gives up a batch after half a minute without a broker, and begins again. */
  private static final Map<String, Object> PRODUCER_DEFAULTS =
      Map.of(
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
          30_000,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
          10_000,
          ProducerConfig.MAX_BLOCK_MS_CONFIG,
          10_000L,
          ProducerConfig.LINGER_MS_CONFIG,
          0L);

  private static final Map<String, Object> PRODUCER_GUARANTEES =
      Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);

  private final Optional<String> servers;
  private final Instance<Map<String, Object>> settings;

  KafkaClients(
      @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> servers,
      @Identifier("default-kafka-broker") Instance<Map<String, Object>> settings) {
    this.servers = servers;
    this.settings = settings;
  }

  /**
   * A consumer and the producer for what it reads.
   *
   * @param in of the group that all replicas are in
   */
  record Session(Consumer<byte[], byte[]> in, Producer<byte[], byte[]> out)
      implements AutoCloseable {
    @Override
    public void close() {
      try {
        out.close(LEAVE_TIMEOUT);
      } finally {
        in.close(CloseOptions.timeout(LEAVE_TIMEOUT));
      }
    }
  }

  /** Whether there is a Kafka to be read. */
  boolean isConfigured() {
    return servers.filter(list -> !list.isBlank()).isPresent();
  }

  /**
   * @throws org.apache.kafka.common.KafkaException when settings are wrong
   */
  Session open() {
    Consumer<byte[], byte[]> in =
        new KafkaConsumer<>(
            merged(CONSUMER_DEFAULTS, CONSUMER_GUARANTEES),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    try {
      return new Session(
          in,
          new KafkaProducer<>(
              merged(PRODUCER_DEFAULTS, PRODUCER_GUARANTEES),
              new ByteArraySerializer(),
              new ByteArraySerializer()));
    } catch (RuntimeException wrong) {
      in.close(CloseOptions.timeout(LEAVE_TIMEOUT));
      throw wrong;
    }
  }

  private Map<String, Object> merged(Map<String, Object> defaults, Map<String, Object> guarantees) {
    Map<String, Object> merged = new HashMap<>(defaults);
    merged.putAll(settings.get());
    merged.putAll(guarantees);
    return merged;
  }
}
