package io.redress.lifecycle.watch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.StartupFallback;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.OutageDetector;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Lets the rule set decide that was activated last or, when there is none yet, the one of the
 * folders; the service ends when no rule set may decide. While the database does not answer, the
 * one is in charge that was so last, and the rest is done once it does.
 */
@Singleton
class StartupActivation {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private static final Actor SERVICE = Actor.within("redress");

  private final Instance<RuleSets> ruleSets;
  private final Instance<FolderRules> folder;
  private final Instance<StartupFallback> standIn;
  private final Instance<RuleWatch> watch;
  private final RuleFolders folders;
  private final ActiveRules active;
  private final Instance<AuditLog> audit;
  private final Clock clock;

  StartupActivation(
      Instance<RuleSets> ruleSets,
      Instance<FolderRules> folder,
      Instance<StartupFallback> standIn,
      Instance<RuleWatch> watch,
      RuleFolders folders,
      ActiveRules active,
      Instance<AuditLog> audit,
      Clock clock) {
    this.ruleSets = ruleSets;
    this.folder = folder;
    this.standIn = standIn;
    this.watch = watch;
    this.folders = folders;
    this.active = active;
    this.audit = audit;
    this.clock = clock;
  }

  void activate(@Observes StartupEvent started) {
    try {
      watch.get().start(begin());
    } catch (DatabaseUnavailable unavailable) {
      LOG.error(unavailable.getMessage());
    } catch (JdbiException failed) {
      LOG.errorf("The database failed: %s", failed.getMessage());
    }
    if (active.current().isEmpty()) {
      Quarkus.asyncExit(1);
    }
  }

  /** What is left to be done once the database answers. */
  private Runnable begin() {
    RuleSets known = ruleSets.get();
    try {
      take(known);
      if (active.current().isEmpty()) {
        standIn();
      }
      return () -> {};
    } catch (DatabaseUnavailable | JdbiException failed) {
      if (!OutageDetector.isOutage(failed)) {
        throw failed;
      }
      standIn();
      return () -> take(known);
    }
  }

  private void take(RuleSets known) {
    audit.get().append(SERVICE, AuditAction.SERVICE_STARTED, "", clock.instant(), Map.of());
    known.follow().forEach(LOG::error);
    if (known.find(RuleSets.ACTIVE).isEmpty() || active.current().isEmpty()) {
      folder.get().take(true);
    }
  }

  private void standIn() {
    standIn.get().step(folders::read, FolderRules.BY).forEach(LOG::error);
    active.current().ifPresent(rules -> LOG.warnf("Rule set %s stands in.", rules.id().version()));
  }
}
