package io.redress.console.cases;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import io.redress.rules.ruleset.RuleSet;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs test cases in the background, one rule set at a time. */
@Singleton
class CaseRuns {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final int MAX_RUNS = 8;

  private final RuleSets ruleSets;
  private final Clock clock;
  private final ExecutorService worker = DaemonThread.of("case-runs");

  /** By version; the latest is last. */
  private final Map<String, CaseRunProgress> runs = new LinkedHashMap<>();

  CaseRuns(RuleSets ruleSets, Clock clock) {
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /** The current or latest run of all test cases. */
  synchronized Optional<CaseRunProgress> of(String version) {
    return Optional.ofNullable(runs.get(version));
  }

  /** Starts a run, unless one is in progress. */
  synchronized CaseRunProgress begin(StoredRuleSet ruleSet, TestCases cases) {
    CaseRunProgress last = runs.get(ruleSet.version());
    if (last != null && last.finished() == null) {
      return last;
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
    worker.execute(() -> run(ruleSet, cases, run));
    return run;
  }

  private void run(StoredRuleSet ruleSet, TestCases cases, CaseRunProgress run) {
    @Nullable CaseRun result = null;
    try {
      result =
          rules(ruleSet)
              .map(rules -> CaseRun.of(rules, cases, run::count))
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
    return rules(ruleSet).map(rules -> CaseRun.of(rules, cases, outcome -> {}));
  }

  private Optional<RuleSet> rules(StoredRuleSet ruleSet) {
    return ruleSets.load(ruleSet, new ArrayList<>());
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
