package io.redress.journal.shadow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.domain.decision.RuleSetId;
import io.redress.insight.impact.Change;
import io.redress.insight.impact.Evaluated;
import io.redress.insight.impact.Evaluator;
import io.redress.journal.write.Journal;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.Shadows;
import io.redress.lifecycle.store.Shadow;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.ProcessorShare;
import io.redress.rules.ruleset.RuleSet;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was decided with what the shadow at work would have decided, in a thread of its own
 * within a share of the processors. No decision waits for it, and no failure of it reaches one.
 */
@Singleton
class ShadowWorker {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
  private static final Duration FLUSH_INTERVAL = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Flushes take at most this part of the time, however large the sums are. */
  private static final int FLUSH_PART = 20;

  private static final Duration LAST_FLUSH = Duration.ofSeconds(2);

  private final Shadows shadows;
  private final ShadowSums sums;
  private final ShadowComparisons comparisons;
  private final ActiveRules active;
  private final Clock clock;
  private final double share;
  private final ShadowQueue queue;
  private final Counter compared;
  private final Counter changed;
  private final Counter failed;
  private final Thread thread = new Thread(this::run, "redress-shadow");
  private String replica = "";

  /** Id of the shadow that could not be read, which is said once. */
  private String unreadable = "";

  private @Nullable Evaluator evaluator;
  private @Nullable ShadowDelta delta;
  private @Nullable ShadowDelta inDoubt;
  private long nextRefresh = System.nanoTime();
  private long nextFlush = System.nanoTime();
  private volatile boolean stopping;
  private volatile boolean atWork;

  ShadowWorker(
      Shadows shadows,
      ShadowSums sums,
      ShadowComparisons comparisons,
      ActiveRules active,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "redress.shadow.processor-share") double share) {
    this.shadows = shadows;
    this.sums = sums;
    this.comparisons = comparisons;
    this.active = active;
    this.clock = clock;
    this.share = share;
    this.queue = new ShadowQueue(counter(metrics, "dropped", "Found no room to wait")::increment);
    this.compared = counter(metrics, "compared", "Decided by both rule sets");
    this.changed = counter(metrics, "changed", "Decided otherwise by the shadow");
    this.failed = counter(metrics, "failed", "Not decided by the shadow, or not again");
    Gauge.builder("redress.shadow.queue", queue, ShadowQueue::waiting)
        .description("Decisions waiting to be compared")
        .register(metrics);
    Gauge.builder("redress.shadow.running", this, worker -> worker.atWork ? 1 : 0)
        .description("1 while this replica compares decisions with a shadow")
        .register(metrics);
    thread.setDaemon(true);
  }

  private static Counter counter(MeterRegistry metrics, String name, String description) {
    return Counter.builder("redress.shadow." + name)
        .description("Decisions: " + description)
        .register(metrics);
  }

  void start(@Observes StartupEvent started, Journal journal) {
    begin(journal.replica());
    journal.addListener(queue::offer);
    thread.start();
  }

  /** Names the replica for which sums are kept. */
  void begin(String name) {
    replica = name;
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping = true;
    thread.join(LAST_FLUSH.toMillis());
  }

  ShadowQueue queue() {
    return queue;
  }

  private void run() {
    ProcessorShare processor = ProcessorShare.ofCurrentThread(share);
    while (!stopping) {
      try {
        step(POLL);
        Thread.sleep(processor.due().toMillis());
      } catch (InterruptedException ended) {
        return;
      } catch (JdbiException | DatabaseUnavailable later) {
        LOG.debugf("The shadow goes on later: %s", RedactedException.of(later));
        pause();
      } catch (RuntimeException | Error broken) {
        LOG.errorf(RedactedException.of(broken), "The shadow was stopped, and goes on later.");
        pause();
      }
    }
    flushAtLast();
  }

  private static void pause() {
    try {
      Thread.sleep(REFRESH_INTERVAL.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void flushAtLast() {
    try {
      flush();
    } catch (RuntimeException lost) {
      LOG.debugf("The last figures of the shadow are lost: %s", RedactedException.of(lost));
    }
  }

  /** Compares the next dispute, if one comes in time, and keeps what was added up. */
  void step(Duration patience) throws InterruptedException {
    if (System.nanoTime() - nextRefresh >= 0) {
      nextRefresh = System.nanoTime() + REFRESH_INTERVAL.toNanos();
      refresh();
    }
    Evaluator comparing = evaluator;
    ShadowDelta adding = delta;
    if (comparing == null || adding == null) {
      Thread.sleep(patience.toMillis());
      return;
    }
    WaitingDispute next = queue.next(patience);
    if (next != null) {
      compare(next, comparing, adding);
    }
    if (System.nanoTime() - nextFlush >= 0) {
      long begun = System.nanoTime();
      flush();
      long took = System.nanoTime() - begun;
      nextFlush = System.nanoTime() + Math.max(FLUSH_INTERVAL.toNanos(), FLUSH_PART * took);
    }
  }

  /** Finds out which shadow is at work, against which rule set. */
  void refresh() {
    Optional<Shadow> shadow = shadows.refresh();
    String base = active.current().map(RuleSet::id).map(RuleSetId::version).orElse("");
    if (shadow.isEmpty() || base.isEmpty() || shadow.get().version().equals(base)) {
      end();
    } else if (delta == null || !delta.isOf(shadow.get(), base)) {
      end();
      begin(shadow.get(), base);
    }
  }

  private void begin(Shadow shadow, String base) {
    Optional<Evaluator> found = comparisons.of(base, shadow.version());
    if (found.isEmpty()) {
      if (!shadow.id().equals(unreadable)) {
        LOG.warnf(
            "Shadow %s is not compared: it or rule set %s cannot be read.", shadow.version(), base);
      }
      unreadable = shadow.id();
      return;
    }
    evaluator = found.get();
    delta = new ShadowDelta(shadow, base);
    queue.open();
    atWork = true;
    LOG.infof("Rule set %s decides beside %s, without effect.", shadow.version(), base);
  }

  private void end() {
    if (delta != null) {
      queue.close();
      atWork = false;
      evaluator = null;
      flush();
      delta = null;
    }
  }

  private void compare(WaitingDispute dispute, Evaluator comparing, ShadowDelta adding) {
    Evaluated evaluated = comparing.evaluate(dispute.historical());
    adding.add(dispute, evaluated);
    if (evaluated instanceof Evaluated.Undecidable) {
      failed.increment();
    } else {
      compared.increment();
      if (Change.in(evaluated).isPresent()) {
        changed.increment();
      }
    }
  }

  /** Stores what was added up; what was in doubt first, so that it is neither lost nor doubled. */
  void flush() {
    if (inDoubt != null) {
      sums.add(inDoubt, replica, clock.instant());
      inDoubt = null;
    }
    ShadowDelta adding = delta;
    if (adding == null) {
      return;
    }
    adding.addDropped(queue.takeDropped());
    if (!adding.isEmpty()) {
      delta = adding.next();
      inDoubt = adding;
      sums.add(adding, replica, clock.instant());
      inDoubt = null;
    }
  }
}
