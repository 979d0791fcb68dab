package io.redress.lifecycle.watch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.StartupFallback;
import io.redress.lifecycle.store.CompiledRulesFolder;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.OutageDetector;
import io.redress.rules.engine.CompiledRulesStore;
import io.redress.rules.engine.RuleCompiler;
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
 * Activates the rule set of the latest activation or, if there is none, the one in the folders. The
 * service exits if no rule set can be activated. If the database does not answer, it activates the
 * fallback, and the rest follows when the database answers.
 */
@Singleton
class StartupActivation {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private static final Actor SERVICE = Actor.within("redress");

  private final Instance<RuleSets> ruleSets;
  private final Instance<FolderRules> folder;
  private final Instance<StartupFallback> fallback;
  private final Instance<RuleWatch> watch;
  private final Instance<CompiledRulesFolder> compiled;
  private final RuleFolders folders;
  private final ActiveRules active;
  private final Instance<AuditLog> audit;
  private final Clock clock;

  StartupActivation(
      Instance<RuleSets> ruleSets,
      Instance<FolderRules> folder,
      Instance<StartupFallback> fallback,
      Instance<RuleWatch> watch,
      Instance<CompiledRulesFolder> compiled,
      RuleFolders folders,
      ActiveRules active,
      Instance<AuditLog> audit,
      Clock clock) {
    this.ruleSets = ruleSets;
    this.folder = folder;
    this.fallback = fallback;
    this.watch = watch;
    this.compiled = compiled;
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

  void stop(@Observes ShutdownEvent ending) {
    RuleCompiler.keepIn(CompiledRulesStore.NONE);
  }

  /** Activates a rule set; returns what remains to be done when the database answers. */
  private Runnable begin() {
    RuleCompiler.keepIn(compiled.get());
    RuleSets known = ruleSets.get();
    try {
      activateOrPropose(known);
      if (active.current().isEmpty()) {
        fallBack();
      }
      return () -> {};
    } catch (DatabaseUnavailable | JdbiException failed) {
      if (!OutageDetector.isOutage(failed)) {
        throw failed;
      }
      fallBack();
      return () -> activateOrPropose(known);
    }
  }

  private void activateOrPropose(RuleSets known) {
    audit.get().append(SERVICE, AuditAction.SERVICE_STARTED, "", clock.instant(), Map.of());
    known.refresh().forEach(LOG::error);
    if (known.find(RuleSets.ACTIVE).isEmpty() || active.current().isEmpty()) {
      folder.get().proposeWhole();
    }
  }

  private void fallBack() {
    fallback.get().activate(folders::read, FolderRules.BY).forEach(LOG::error);
    active
        .current()
        .ifPresent(
            rules -> LOG.warnf("Rule set %s is active as the fallback.", rules.id().version()));
  }
}
