package io.redress.ruleset;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.redress.source.RuleProblem;
import io.redress.verify.Finding;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Activates the rules of the folder when the service starts, or ends it when they are broken. */
@Singleton
class FirstRules {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final ActiveRules active;
  private final Path rules;
  private final Path testCases;

  FirstRules(
      ActiveRules active,
      @ConfigProperty(name = "redress.rules.dir") Path rules,
      @ConfigProperty(name = "redress.test-cases.dir") Path testCases) {
    this.active = active;
    this.rules = rules;
    this.testCases = testCases;
  }

  void activate(@Observes StartupEvent started) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = RuleSetFiles.read(rules, testCases, problems);
    Admission admission = Admission.of(files, problems);
    admission.ruleSet().ifPresent(active::activate);
    if (admission.admitted()) {
      admission.verification().stream()
          .filter(found -> found.severity() == Finding.Severity.WARNING)
          .forEach(LOG::warn);
      LOG.info(admission.summary());
    } else {
      admission.findings().forEach(LOG::error);
      LOG.error(admission.summary());
      Quarkus.asyncExit(1);
    }
  }
}
