package io.redress.journal.write;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.platform.database.Database;
import io.redress.platform.request.RedactedException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Stores every decision before it is answered. */
@Singleton
public class Journal {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final GroupCommit<NewEntry, JournalResult> commits;
  private final List<Consumer<NewEntry>> listeners = new CopyOnWriteArrayList<>();
  private final String replica;
  private final AtomicLong batches = new AtomicLong();

  Journal(
      Database database,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "redress.data.dir") Path data,
      @ConfigProperty(name = "redress.journal.patience") Duration patience) {
    this.replica = ReplicaName.in(data);
    JournalWriter writer = new JournalWriter(database, replica, clock);
    this.commits = new GroupCommit<>("redress-journal", measured(writer, metrics), patience);
    Gauge.builder("redress.journal.queue", commits, GroupCommit::waiting)
        .description("Decisions waiting to be stored")
        .register(metrics);
  }

  void open(@Observes StartupEvent started) {
    commits.start();
  }

  void close(@Observes ShutdownEvent ending) throws InterruptedException {
    commits.stop();
  }

  /** Why nothing can be stored now; empty if it can. */
  public Optional<String> outage() {
    return Optional.ofNullable(commits.outage());
  }

  /**
   * Stores a decision. The future completes when it is durable; if it fails with {@link
   * JournalUnavailable}, the decision may have been stored at most once, and must not be answered.
   */
  public CompletableFuture<JournalResult> keep(NewEntry entry) {
    return commits.add(entry);
  }

  /** How many batches were stored; changes whenever there are new entries. */
  public long batches() {
    return batches.get();
  }

  /** The name of this replica's chain. */
  public String replica() {
    return replica;
  }

  /**
   * Registers a listener, which is called for each decision once it is stored. It must neither wait
   * nor work: further decisions wait for it.
   */
  public void addListener(Consumer<NewEntry> listener) {
    listeners.add(listener);
  }

  private void tell(List<NewEntry> batch, List<JournalResult> outcomes) {
    for (int i = 0; i < batch.size(); i++) {
      if (outcomes.get(i) instanceof JournalResult.Answered answered && !answered.replayed()) {
        for (Consumer<NewEntry> listener : listeners) {
          tell(listener, batch.get(i));
        }
      }
    }
  }

  /** What is stored stays stored, whatever becomes of listeners. */
  private static void tell(Consumer<NewEntry> listener, NewEntry entry) {
    try {
      listener.accept(entry);
    } catch (RuntimeException failed) {
      LOG.errorf(RedactedException.of(failed), "A listener to stored decisions failed.");
    }
  }

  private GroupCommit.Target<NewEntry, JournalResult> measured(
      JournalWriter writer, MeterRegistry metrics) {
    Timer timer =
        Timer.builder("redress.journal.commit")
            .description("From the first statement of a batch to its last byte on the disk")
            .publishPercentileHistogram()
            .register(metrics);
    DistributionSummary sizes =
        DistributionSummary.builder("redress.journal.batch")
            .description("Decisions that shared a transaction")
            .register(metrics);
    var replays = metrics.counter("redress.journal.replays");
    var failures = metrics.counter("redress.journal.failures");
    var refused = metrics.counter("redress.journal.refused");
    return new GroupCommit.Target<>() {
      @Override
      public void recover() {
        writer.recover();
      }

      @Override
      public List<JournalResult> commit(List<NewEntry> batch) {
        Timer.Sample sample = Timer.start(metrics);
        try {
          List<JournalResult> outcomes = writer.commit(batch);
          batches.incrementAndGet();
          sizes.record(batch.size());
          outcomes.forEach(
              outcome -> {
                if (outcome instanceof JournalResult.Answered answered && answered.replayed()) {
                  replays.increment();
                } else if (outcome instanceof JournalResult.Refused) {
                  refused.increment();
                }
              });
          tell(batch, outcomes);
          return outcomes;
        } catch (RuntimeException | Error failed) {
          failures.increment();
          throw failed;
        } finally {
          sample.stop(timer);
        }
      }
    };
  }
}
