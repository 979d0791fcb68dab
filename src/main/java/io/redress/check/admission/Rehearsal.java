package io.redress.check.admission;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.engine.NonTerminatingRulesException;
import io.redress.rules.engine.Watchdog;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Runs a rule set before it is admitted, when its rules may not terminate.
 *
 * <p>Work runs in a daemon thread, which is abandoned if it cannot be stopped. After {@value
 * #MAX_ENDLESS} decisions that did not end, the rule set is not run any more.
 */
final class Rehearsal {
  private static final int MAX_ENDLESS = 3;
  private static final long POLL_MILLIS = 100;

  private final RuleSet rules;
  private final List<RuleProblem> problems = new ArrayList<>();
  private final Map<Dispute, Optional<Decision>> known = new IdentityHashMap<>();
  private final LongConsumer progress;
  private final AtomicLong decided = new AtomicLong();
  private boolean givenUp;

  Rehearsal(RuleSet rules) {
    this(rules, List.of(), decided -> {});
  }

  /**
   * @param known disputes whose decisions are remembered
   * @param progress receives the number of decisions so far
   */
  Rehearsal(RuleSet rules, Collection<Dispute> known, LongConsumer progress) {
    this.rules = rules;
    known.forEach(dispute -> this.known.put(dispute, Optional.empty()));
    this.progress = progress;
  }

  Tables tables() {
    return rules.tables();
  }

  /** Rules that did not end, with the dispute for which they did not. */
  synchronized List<RuleProblem> problems() {
    return List.copyOf(problems);
  }

  /** The decision on a known dispute as it was taken before, if it was; otherwise a new one. */
  Decision decideOnce(Dispute dispute) {
    return known.getOrDefault(dispute, Optional.empty()).orElseGet(() -> decide(dispute));
  }

  Decision decide(Dispute dispute) {
    if (givenUp()) {
      throw new IllegalStateException("not run, because the rules did not end for other disputes");
    }
    progress.accept(decided.incrementAndGet());
    try {
      Decision decision = rules.decide(dispute);
      known.computeIfPresent(dispute, (same, before) -> Optional.of(decision));
      return decision;
    } catch (NonTerminatingRulesException endless) {
      note(endless);
      throw endless;
    }
  }

  /** Runs work to its end; empty when it does not end. */
  <T> Optional<T> run(Supplier<T> work) {
    if (givenUp()) {
      return Optional.empty();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "redress-rehearsal");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return Optional.of(task.get(POLL_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException notYet) {
        Optional<NonTerminatingRulesException> stuck = stuck(thread);
        if (stuck.isPresent()) {
          giveUp(stuck.get());
          return Optional.empty();
        }
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed.getCause());
      } catch (InterruptedException interrupted) {
        thread.interrupt();
        Thread.currentThread().interrupt();
        throw (CancellationException)
            new CancellationException("the rehearsal was interrupted").initCause(interrupted);
      }
    }
  }

  private static Optional<NonTerminatingRulesException> stuck(Thread thread) {
    return Watchdog.stuck().stream()
        .filter(stuck -> stuck.thread() == thread)
        .map(Watchdog.Stuck::failure)
        .findFirst();
  }

  private synchronized void note(NonTerminatingRulesException endless) {
    problems.add(endless.problem());
  }

  private synchronized void giveUp(NonTerminatingRulesException stuck) {
    problems.add(stuck.problem());
    givenUp = true;
  }

  private synchronized boolean givenUp() {
    return givenUp || problems.size() >= MAX_ENDLESS;
  }
}
