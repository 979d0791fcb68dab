package io.redress.journal.impact;

import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Change;
import io.redress.insight.impact.Evaluated;
import io.redress.insight.impact.Evaluator;
import io.redress.insight.impact.Tally;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.JournalSearch.Place;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.SearchTooSlow;
import io.redress.platform.thread.OrderedWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A run at work. It reads the journal in small pages, leaves a processor to others, and pauses
 * between pages, so that decisions do not wait for it.
 */
final class ImpactJob {
  private static final Logger LOG = Logger.getLogger("io.redress");

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
  private long passed;
  private long total;
  private long nextCheckpoint = System.nanoTime();
  private long pageRead = System.nanoTime();
  private boolean more = true;
  private boolean ours = true;

  /** What is stored of a run at work. */
  record Checkpoint(Place place, long listed, long passed, String tally) {}

  /**
   * What a decision says about the candidate.
   *
   * @param evaluated empty if it does not belong to the run
   */
  private record Result(Place place, Optional<Evaluated> evaluated) {}

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
      this.passed = last.passed();
    }
  }

  /** Returns the number of decisions that are done. */
  long done() {
    return tally.found() + passed;
  }

  Tally tally() {
    return tally;
  }

  /** Decides what is left; returns false if the run was cancelled. */
  boolean run(Evaluator evaluator) throws IOException {
    try {
      countAll();
      checkpoint();
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
      OrderedWork.run(this::next, threads, kept -> result(kept, evaluator), this::add);
      checkpoint();
    } catch (LostException lost) {
      return false;
    }
    return ours;
  }

  /** Counts what is to be done, unless that takes too long: then the progress is not known. */
  private void countAll() {
    if (total == 0) {
      try {
        total = journal.count(run.specification().search());
      } catch (SearchTooSlow unknown) {
        LOG.debugf("The decisions of impact run %s were not counted.", run.id());
      }
    }
  }

  private Result result(KeptDecision kept, Evaluator evaluator) {
    OpenedDecision opened = OpenedDecision.of(kept);
    ImpactSpecification wanted = run.specification();
    return new Result(
        place(kept),
        wanted.matches(opened.facts())
            ? Optional.of(evaluator.evaluate(JournalDisputes.historical(opened, wanted.recorded())))
            : Optional.empty());
  }

  private static Place place(KeptDecision kept) {
    var decided = kept.entry().decided();
    return new Place(decided.decidedAt(), decided.decisionId());
  }

  private @Nullable KeptDecision next() {
    while (page.isEmpty() && more) {
      pause();
      JournalSearch.Batch batch = journal.entriesAfter(run.specification().search(), read);
      page.addAll(batch.entries());
      read = batch.last();
      more = batch.more();
      pageRead = System.nanoTime();
    }
    return page.poll();
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofNanos((System.nanoTime() - pageRead) / PAUSE_DIVISOR).toMillis());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private void add(List<Result> results) {
    for (Result result : results) {
      result.evaluated().ifPresentOrElse(this::count, () -> passed++);
      done = result.place();
    }
    if (System.nanoTime() - nextCheckpoint >= 0) {
      checkpoint();
    }
  }

  private void count(Evaluated evaluated) {
    tally.add(evaluated.withoutValues());
    if (listed + changes.size() < MAX_LISTED) {
      Change.in(evaluated).ifPresent(changes::add);
    }
  }

  private void checkpoint() {
    Checkpoint now = new Checkpoint(done, listed + changes.size(), passed, tally.json());
    ours =
        claims.checkpoint(
            run.id(),
            replica,
            clock.instant(),
            total,
            done(),
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
