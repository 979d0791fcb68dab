package io.redress.check.admission;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.engine.NonTerminatingRulesException;
import io.redress.rules.engine.Watchdog;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Has a rule set decide before it may, when nobody knows yet whether its rules come to an end.
 *
 * <p>All is done in a thread that is left to itself when nothing ends it, and nothing is asked of
 * rules that have shown often enough that they do not end.
 */
final class Rehearsal {
  private static final int MOST_ENDLESS = 3;
  private static final long MILLIS_BETWEEN_LOOKS = 100;

  private final RuleSet rules;
  private final List<RuleProblem> problems = new ArrayList<>();
  private boolean givenUp;

  Rehearsal(RuleSet rules) {
    this.rules = rules;
  }

  Tables tables() {
    return rules.tables();
  }

  /** The rules that did not end, and for which dispute. */
  synchronized List<RuleProblem> problems() {
    return List.copyOf(problems);
  }

  Decision decide(Dispute dispute) {
    if (givenUp()) {
      throw new IllegalStateException("not tried, as the rules do not end for others");
    }
    try {
      return rules.decide(dispute);
    } catch (NonTerminatingRulesException endless) {
      note(endless);
      throw endless;
    }
  }

  /** Empty when the work does not end. */
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
        return Optional.of(task.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
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
    return givenUp || problems.size() >= MOST_ENDLESS;
  }
}
