package io.redress.journal.impact;

import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Change;
import io.redress.insight.impact.Evaluated;
import io.redress.insight.impact.Evaluator;
import io.redress.insight.impact.HistoricalDispute;
import io.redress.insight.impact.Tally;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
import io.redress.platform.thread.OrderedWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A run at work. It reads the journal in small pages, leaves a processor to others, and pauses
 * between pages, so that decisions do not wait for it.
 */
final class ImpactJob {
  /** Changes that are listed; all are added up. */
  private static final long MAX_LISTED = 200_000;

  /** The share of its time that a run pauses. */
  private static final int PAUSE_DIVISOR = 3;

  private final ImpactClaims claims;
  private final JournalSearch journal;
  private final Clock clock;
  private final String replica;
  private final ImpactRun run;
  private final Duration betweenCheckpoints;
  private final Queue<KeptDecision> page = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private Tally tally = new Tally();
  private Place read = Place.FIRST;
  private Place done = Place.FIRST;
  private long listed;
  private long total;
  private long nextCheckpoint = System.nanoTime();
  private long pageRead = System.nanoTime();
  private boolean ours = true;

  /** A place in the order of the journal's decisions. */
  record Place(Instant decidedAt, UUID decisionId) {
    static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
  }

  /** What is stored of a run at work. */
  record Checkpoint(Place place, long listed, String tally) {}

  /** A run that is no longer this replica's, such as when it was cancelled. */
  private static final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  ImpactJob(
      ImpactClaims claims,
      JournalSearch journal,
      Clock clock,
      String replica,
      ImpactRun run,
      Duration betweenCheckpoints) {
    this.betweenCheckpoints = betweenCheckpoints;
    this.claims = claims;
    this.journal = journal;
    this.clock = clock;
    this.replica = replica;
    this.run = run;
    this.total = run.total();
    if (run.checkpoint() != null) {
      Checkpoint last = ImpactRuns.read(run.checkpoint(), Checkpoint.class);
      this.tally = Tally.read(last.tally());
      this.read = last.place();
      this.done = last.place();
      this.listed = last.listed();
    }
  }

  Tally tally() {
    return tally;
  }

  /** Decides what is left; returns false if the run was cancelled. */
  boolean run(Evaluator evaluator) throws IOException {
    try {
      if (total == 0) {
        total = journal.count(run.specification().search());
      }
      checkpoint();
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
      OrderedWork.run(this::next, threads, kept -> evaluator.evaluate(historical(kept)), this::add);
      checkpoint();
    } catch (LostException lost) {
      return false;
    }
    return ours;
  }

  private HistoricalDispute historical(KeptDecision kept) {
    return JournalDisputes.historical(kept, run.specification().recorded());
  }

  private @Nullable KeptDecision next() {
    if (page.isEmpty()) {
      pause();
      page.addAll(
          journal.entriesAfter(run.specification().search(), read.decidedAt(), read.decisionId()));
      pageRead = System.nanoTime();
    }
    KeptDecision kept = page.poll();
    if (kept != null) {
      var decided = kept.entry().decided();
      read = new Place(decided.decidedAt(), decided.decisionId());
    }
    return kept;
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofNanos((System.nanoTime() - pageRead) / PAUSE_DIVISOR).toMillis());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private void add(List<Evaluated> results) {
    for (Evaluated result : results) {
      tally.add(result.withoutValues());
      done = new Place(result.source().decidedAt(), UUID.fromString(result.source().id()));
      if (listed + changes.size() < MAX_LISTED) {
        Change.in(result).ifPresent(changes::add);
      }
    }
    if (System.nanoTime() - nextCheckpoint >= 0) {
      checkpoint();
    }
  }

  private void checkpoint() {
    Checkpoint now = new Checkpoint(done, listed + changes.size(), tally.json());
    ours =
        claims.checkpoint(
            run.id(),
            replica,
            clock.instant(),
            total,
            tally.found(),
            DecisionJson.write(now),
            listed,
            changes);
    if (!ours) {
      throw new LostException();
    }
    listed += changes.size();
    changes.clear();
    nextCheckpoint = System.nanoTime() + betweenCheckpoints.toNanos();
  }
}
