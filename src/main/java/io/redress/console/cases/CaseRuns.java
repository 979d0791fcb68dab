package io.redress.console.cases;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.request.RedactedException;
import io.redress.rules.ruleset.RuleSet;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs test cases one rule set after the other, whether somebody waits for it or left the page. */
@Singleton
class CaseRuns {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final int MOST_REMEMBERED = 8;

  private final RuleSets ruleSets;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "redress-case-runs");
            thread.setDaemon(true);
            return thread;
          });

  /** By version, the latest last. */
  private final Map<String, CaseRunProgress> runs = new LinkedHashMap<>();

  CaseRuns(RuleSets ruleSets, Clock clock) {
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /** The run of all cases that is under way, or that was made last. */
  synchronized Optional<CaseRunProgress> of(String version) {
    return Optional.ofNullable(runs.get(version));
  }

  /** Begins a run, unless one is under way. */
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
        .limit(Math.max(0, runs.size() - MOST_REMEMBERED))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(runs::remove);
    worker.execute(() -> run(ruleSet, cases, run));
    return run;
  }

  private void run(StoredRuleSet ruleSet, TestCases cases, CaseRunProgress run) {
    @Nullable CaseRun made = null;
    try {
      made =
          rules(ruleSet)
              .map(rules -> CaseRun.of(rules, cases, run::count))
              .filter(whole -> whole.report().cases() == cases.size())
              .orElse(null);
    } catch (RuntimeException failed) {
      LOG.warnf(
          "The cases of rule set %s could not be run: %s",
          ruleSet.version(), RedactedException.of(failed));
    }
    run.finish(made, clock.instant());
  }

  /** Runs one case alone; empty when the rule set can not be read any more. */
  Optional<CaseRun> one(StoredRuleSet ruleSet, TestCases one) {
    return rules(ruleSet).map(rules -> CaseRun.of(rules, one, outcome -> {}));
  }

  private Optional<RuleSet> rules(StoredRuleSet ruleSet) {
    return ruleSets.load(ruleSet, new ArrayList<>());
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
