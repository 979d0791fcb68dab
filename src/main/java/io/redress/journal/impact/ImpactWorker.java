package io.redress.journal.impact;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.check.kpi.Kpis;
import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Comparison;
import io.redress.insight.impact.Evaluator;
import io.redress.insight.impact.Reporting;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchTooSlow;
import io.redress.lifecycle.RuleSets;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Works on impact runs, one at a time. What a run has added up is stored as it goes, so that it
 * goes on where it was after a kill, in this replica or in another one.
 */
@Singleton
class ImpactWorker {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final int INTERVAL_SECONDS = 1;
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

  /** Searches in a row that may take too long, because others are busy, before a run fails. */
  static final int MAX_SLOW = 20;

  private final ImpactClaims claims;
  private final JournalSearch journal;
  private final Function<String, Optional<Comparison.Side>> sides;
  private final Clock clock;
  private final Duration betweenCheckpoints;
  private final String name = UUID.randomUUID().toString();
  private final ScheduledExecutorService thread = DaemonThread.of("impact");
  private int slow;

  @Inject
  ImpactWorker(ImpactClaims claims, JournalSearch journal, RuleSets ruleSets, Clock clock) {
    this(
        claims,
        journal,
        version -> ComparedRules.side(ruleSets, version),
        clock,
        BETWEEN_CHECKPOINTS);
  }

  ImpactWorker(
      ImpactClaims claims,
      JournalSearch journal,
      Function<String, Optional<Comparison.Side>> sides,
      Clock clock,
      Duration betweenCheckpoints) {
    this.betweenCheckpoints = betweenCheckpoints;
    this.claims = claims;
    this.journal = journal;
    this.sides = sides;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(
        this::workAndLog, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  private void workAndLog() {
    try {
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more = work();
      }
    } catch (CancellationException stopping) {
      Thread.currentThread().interrupt();
    } catch (JdbiException | DatabaseUnavailable | SearchTooSlow later) {
      LOG.debugf("An impact run goes on later: %s", RedactedException.of(later));
    } catch (RuntimeException | Error failed) {
      LOG.errorf(RedactedException.of(failed), "An impact run was stopped, and goes on later.");
    }
  }

  /** Works on the first run that is open; returns false when there is none for this replica. */
  boolean work() {
    Optional<ImpactRun> claimed = claims.claim(name, clock.instant());
    if (claimed.isPresent()) {
      work(claimed.get());
    }
    // Runs also end without work, when they are cancelled.
    claims.deleteOld();
    return claimed.isPresent();
  }

  private void work(ImpactRun run) {
    ImpactSpecification wanted = run.specification();
    Optional<Comparison.Side> base = sides.apply(wanted.against());
    Optional<Comparison.Side> candidate = sides.apply(wanted.candidate());
    if (base.isEmpty() || candidate.isEmpty()) {
      String missing = base.isEmpty() ? wanted.against() : wanted.candidate();
      fail(run, ImpactFailure.Code.RULE_SET_UNREADABLE, missing);
      return;
    }
    ImpactJob job = new ImpactJob(claims, journal, clock, name, run, betweenCheckpoints);
    try {
      Evaluator evaluator =
          new Evaluator(
              Comparison.of(base.get(), candidate.get()),
              wanted.redemptionRate(),
              Kpis.chosen(candidate.get().files(), wanted.kpis()));
      if (job.run(evaluator)) {
        claims.end(
            run.id(),
            name,
            clock.instant(),
            ImpactRun.Status.DONE,
            DecisionJson.write(new Reporting(evaluator, wanted.recorded()).of(job.tally())),
            null);
      }
      slow = 0;
    } catch (SearchTooSlow tooSlow) {
      slow = job.done() > run.found() ? 1 : slow + 1;
      if (slow < MAX_SLOW) {
        throw tooSlow;
      }
      slow = 0;
      fail(run, ImpactFailure.Code.SEARCH_TOO_SLOW, "");
    } catch (JdbiException | DatabaseUnavailable | CancellationException later) {
      throw later;
    } catch (IOException | RuntimeException failed) {
      LOG.errorf(RedactedException.of(failed), "Impact run %s failed.", run.id());
      fail(run, ImpactFailure.Code.COMPARISON_FAILED, failed.getClass().getSimpleName());
    }
  }

  private void fail(ImpactRun run, ImpactFailure.Code code, String argument) {
    claims.end(
        run.id(),
        name,
        clock.instant(),
        ImpactRun.Status.FAILED,
        null,
        new ImpactFailure(code, argument));
  }
}
