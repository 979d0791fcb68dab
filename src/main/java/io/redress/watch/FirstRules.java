package io.redress.watch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.redress.database.DatabaseUnavailable;
import io.redress.lifecycle.RuleSets;
import io.redress.ruleset.ActiveRules;
import io.redress.source.RuleProblem;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Lets the rule set decide that was activated last or, when there is none yet, the one of the
 * folders; the service ends when no rule set may decide.
 */
@Singleton
class FirstRules {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final Instance<RuleSets> ruleSets;
  private final Instance<FolderRules> folder;
  private final Instance<RuleWatch> watch;
  private final ActiveRules active;

  FirstRules(
      Instance<RuleSets> ruleSets,
      Instance<FolderRules> folder,
      Instance<RuleWatch> watch,
      ActiveRules active) {
    this.ruleSets = ruleSets;
    this.folder = folder;
    this.watch = watch;
    this.active = active;
  }

  void activate(@Observes StartupEvent started) {
    try {
      List<RuleProblem> problems = ruleSets.get().follow();
      problems.forEach(LOG::error);
      if (active.current().isEmpty()) {
        folder.get().take(true);
      }
      watch.get().start();
    } catch (DatabaseUnavailable unavailable) {
      LOG.error(unavailable.getMessage());
    } catch (JdbiException failed) {
      LOG.errorf("The database failed: %s", failed.getMessage());
    }
    if (active.current().isEmpty()) {
      Quarkus.asyncExit(1);
    }
  }
}
