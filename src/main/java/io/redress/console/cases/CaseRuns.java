package io.redress.console.cases;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.TestCases;
import io.redress.http.load.SharedCapacity;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import io.redress.rules.ruleset.RuleSet;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs test cases in the background, one rule set at a time; a few wait. */
@Singleton
class CaseRuns {
  private static final Logger LOG = Logger.getLogger("io.redress");

  /** So many results are kept, and so many runs are in progress or wait: half for one caller. */
  private static final int MAX_RUNS = 8;

  private final Function<StoredRuleSet, Optional<RuleSet>> rules;
  private final Clock clock;
  private final ExecutorService worker = DaemonThread.of("case-runs");
  private final SharedCapacity places = new SharedCapacity(MAX_RUNS, 1);

  /** By version; the latest is last. */
  private final Map<String, CaseRunProgress> runs = new LinkedHashMap<>();

  @Inject
  CaseRuns(RuleSets ruleSets, Clock clock) {
    this(ruleSet -> ruleSets.load(ruleSet, new ArrayList<>()), clock);
  }

  /**
   * @param rules of a rule set; empty if it can no longer be read
   */
  CaseRuns(Function<StoredRuleSet, Optional<RuleSet>> rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** The current or latest run of all test cases. */
  synchronized Optional<CaseRunProgress> of(String version) {
    return Optional.ofNullable(runs.get(version));
  }

  /**
   * Starts a run, unless one of this rule set is in progress; empty when too many are, or too many
   * of this caller.
   */
  synchronized Optional<CaseRunProgress> begin(
      StoredRuleSet ruleSet, TestCases cases, String caller) {
    CaseRunProgress last = runs.get(ruleSet.version());
    if (last != null && last.finished() == null) {
      return Optional.of(last);
    }
    if (places.take(caller, 1) != SharedCapacity.Outcome.TAKEN) {
      return Optional.empty();
    }
    CaseRunProgress run = new CaseRunProgress(cases.size());
    runs.remove(ruleSet.version());
    runs.put(ruleSet.version(), run);
    runs.entrySet().stream()
        .filter(one -> one.getValue().finished() != null)
        .limit(Math.max(0, runs.size() - MAX_RUNS))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(runs::remove);
    worker.execute(
        () -> {
          try {
            run(ruleSet, cases, run);
          } finally {
            places.give(caller, 1);
          }
        });
    return Optional.of(run);
  }

  private void run(StoredRuleSet ruleSet, TestCases cases, CaseRunProgress run) {
    @Nullable CaseRun result = null;
    try {
      result =
          rules
              .apply(ruleSet)
              .map(loaded -> CaseRun.of(loaded, cases, run::count))
              .filter(completed -> completed.report().cases() == cases.size())
              .orElse(null);
    } catch (RuntimeException failed) {
      LOG.warnf(
          "The test cases of rule set %s could not be run: %s",
          ruleSet.version(), RedactedException.of(failed));
    }
    run.finish(result, clock.instant());
  }

  /** Runs some test cases; empty if the rule set can no longer be read. */
  Optional<CaseRun> run(StoredRuleSet ruleSet, TestCases cases) {
    return rules.apply(ruleSet).map(loaded -> CaseRun.of(loaded, cases, outcome -> {}));
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
