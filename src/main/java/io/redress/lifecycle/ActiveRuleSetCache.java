package io.redress.lifecycle;

import io.redress.lifecycle.store.LastKnownGoodFile;
import io.redress.lifecycle.store.RuleSetSnapshot;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.OutageDetector;
import io.redress.platform.request.RedactedException;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The active rule set of this replica with its files, which are available while the database is
 * not, and are copied to a file for the next start.
 */
@Singleton
final class ActiveRuleSetCache {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final ActiveRules active;
  private final LastKnownGoodFile lastKnownGood;
  private volatile @Nullable RuleSetSnapshot snapshot;

  ActiveRuleSetCache(ActiveRules active, LastKnownGoodFile lastKnownGood) {
    this.active = active;
    this.lastKnownGood = lastKnownGood;
  }

  /** The rule set of this version, if it is active here. */
  Optional<RuleSet> active(String version) {
    return active.current().filter(rules -> rules.id().version().equals(version));
  }

  /** Whether this version is active here. */
  boolean isActive(String version) {
    return active(version).isPresent();
  }

  /**
   * Makes a rule set active, and copies its files.
   *
   * @param files read only after the activation, which does not depend on the copy
   */
  void activate(StoredRuleSet ruleSet, RuleSet rules, Supplier<RuleSetFiles> files) {
    active.activate(rules);
    snapshot = null;
    try {
      RuleSetSnapshot copy = new RuleSetSnapshot(ruleSet.as(RuleSetStatus.ACTIVE), files.get());
      snapshot = copy;
      lastKnownGood.keep(copy);
    } catch (DatabaseUnavailable | JdbiException failed) {
      LOG.warnf(
          "Rule set %s could not be copied for the next start: %s",
          ruleSet.version(), RedactedException.of(failed));
    }
  }

  /** Makes a rule set from the copy or the folder active, at a start without the database. */
  void activateSnapshot(RuleSetSnapshot rules, RuleSet read) {
    active.activate(read);
    snapshot = rules;
  }

  /** Reads from the store or, during an outage, from the snapshot of the active rule set. */
  <T> T readOrElse(String version, Supplier<T> store, Function<RuleSetSnapshot, T> here) {
    try {
      return store.get();
    } catch (DatabaseUnavailable | JdbiException failed) {
      RuleSetSnapshot known = snapshot;
      boolean matches =
          known != null
              && (version.equals(RuleSets.ACTIVE) || version.equals(known.ruleSet().version()));
      if (!matches || !OutageDetector.isOutage(failed)) {
        throw failed;
      }
      return here.apply(known);
    }
  }

  /** Sets or clears the alarm for problems of the rule set that should be active. */
  void alarm(List<?> problems) {
    active.alarm(
        problems.isEmpty()
            ? null
            : "The active rule set cannot be read, so the last readable one decides: "
                + problems.get(0));
  }
}
