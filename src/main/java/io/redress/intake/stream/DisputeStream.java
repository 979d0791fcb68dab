package io.redress.intake.stream;

import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.platform.request.RedactedException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads disputes from Kafka, batch by batch: decided, in the journal, answered, then committed.
 * After any failure it begins again at the last commit, and the journal answers what it has.
 */
@Singleton
class DisputeStream {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final String NO_ANSWER = "Kafka does not answer.";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration TOPICS_TIMEOUT = Duration.ofSeconds(10);
  private static final long RETRY_PAUSE_MILLIS = 250;
  private static final long STOP_MILLIS = 15_000;

  /** Before the journal closes. */
  private static final int FIRST = 100;

  private final KafkaClients kafka;
  private final StreamStatus status;
  private final OutgoingRecords outgoing;
  private final EventBatch events;
  private final String disputes;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "redress-stream");

  DisputeStream(
      KafkaClients kafka,
      StreamStatus status,
      DisputeDecider decider,
      OutgoingRecords outgoing,
      @ConfigProperty(name = "redress.stream.disputes") String disputes) {
    this.kafka = kafka;
    this.status = status;
    this.outgoing = outgoing;
    this.events = new EventBatch(decider, outgoing, status, this::pause);
    this.disputes = disputes;
    thread.setDaemon(true);
  }

  void start(@Observes StartupEvent started) {
    if (kafka.isConfigured()) {
      status.turnOn();
      thread.start();
    }
  }

  /** Finishes the batch in progress and leaves the group, so that others go on at once. */
  void stop(@Observes @Priority(FIRST) ShutdownEvent ending) throws InterruptedException {
    stopping.countDown();
    thread.join(STOP_MILLIS);
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** False if the service stops. */
  private boolean pause() {
    try {
      return !stopping.await(RETRY_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    while (!isStopping()) {
      try (KafkaClients.Session session = kafka.open()) {
        read(session);
      } catch (CancellationException stopped) {
        LOG.debug("The stream stops within a batch, which is read again.");
      } catch (KafkaException failed) {
        status.fails(reason(failed));
        LOG.debugf("The stream begins again: %s", RedactedException.of(failed));
        pause();
      } catch (RuntimeException | Error failed) {
        status.fails("Internal error, see the log.");
        LOG.error("The stream begins again after an error.", RedactedException.of(failed));
        pause();
      }
    }
  }

  private void read(KafkaClients.Session session) {
    Consumer<byte[], byte[]> in = session.in();
    for (String topic : outgoing.topicsWith(disputes)) {
      if (in.partitionsFor(topic, TOPICS_TIMEOUT).isEmpty()) {
        throw new UnknownTopicOrPartitionException(topic);
      }
    }
    in.subscribe(List.of(disputes));
    Metric connections = connections(in);
    Timer batches = status.batches();
    while (!isStopping()) {
      ConsumerRecords<byte[], byte[]> records = in.poll(POLL);
      if (!records.isEmpty()) {
        batches.record(() -> answer(records, session));
      }
      status.lag(lag(in));
      if (((Number) connections.metricValue()).intValue() > 0) {
        status.works();
      } else {
        status.fails(NO_ANSWER);
      }
    }
  }

  private void answer(ConsumerRecords<byte[], byte[]> records, KafkaClients.Session session) {
    write(events.decide(records), session.out());
    try {
      session.in().commitSync();
    } catch (CommitFailedException | RebalanceInProgressException reassigned) {
      // Another replica may read them again, and gets the same decisions.
      LOG.debugf("A batch was not committed: %s", RedactedException.of(reassigned));
    }
  }

  private void write(List<ProducerRecord<byte[], byte[]>> records, Producer<byte[], byte[]> out) {
    List<Future<RecordMetadata>> written = new ArrayList<>();
    records.forEach(record -> written.add(out.send(record)));
    out.flush();
    for (int i = 0; i < records.size(); i++) {
      ProducerRecord<byte[], byte[]> record = records.get(i);
      KafkaException failure = failure(written.get(i));
      if (failure instanceof RecordTooLargeException && outgoing.isRefusal(record)) {
        Future<RecordMetadata> brief = out.send(outgoing.refusedWithoutValue(record));
        out.flush();
        failure = failure(brief);
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static @Nullable KafkaException failure(Future<RecordMetadata> written) {
    try {
      written.get();
      return null;
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static Metric connections(Consumer<byte[], byte[]> in) {
    return in.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("connection-count"))
        .findFirst()
        .orElseThrow();
  }

  private static long lag(Consumer<byte[], byte[]> in) {
    return in.assignment().stream().mapToLong(part -> in.currentLag(part).orElse(0)).sum();
  }

  /** Without the message, which may quote settings and keys. */
  private static String reason(KafkaException failed) {
    if (failed instanceof TimeoutException) {
      return NO_ANSWER;
    }
    if (failed instanceof UnknownTopicOrPartitionException missing) {
      return "The topic " + missing.getMessage() + " does not exist. Create it.";
    }
    Throwable cause = failed.getCause();
    return "Kafka failed with "
        + failed.getClass().getSimpleName()
        + (cause == null ? "" : " by " + cause.getClass().getSimpleName())
        + ".";
  }
}
