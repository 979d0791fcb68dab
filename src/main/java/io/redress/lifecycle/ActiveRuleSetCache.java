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
 * What decides here, with its files at hand for as long as the database does not answer, and with a
 * copy of them for the next start.
 */
@Singleton
final class ActiveRuleSetCache {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final ActiveRules active;
  private final LastKnownGoodFile lastGood;
  private volatile @Nullable RuleSetSnapshot kept;

  ActiveRuleSetCache(ActiveRules active, LastKnownGoodFile lastGood) {
    this.active = active;
    this.lastGood = lastGood;
  }

  /** The rule set of this version, if it decides here. */
  Optional<RuleSet> active(String version) {
    return active.current().filter(rules -> rules.id().version().equals(version));
  }

  /** Whether this version decides here. */
  boolean is(String version) {
    return active(version).isPresent();
  }

  /**
   * Lets a rule set decide from now on.
   *
   * @param files asked for once it does: that it decides is more than that there is a copy
   */
  void put(StoredRuleSet ruleSet, RuleSet rules, Supplier<RuleSetFiles> files) {
    active.activate(rules);
    kept = null;
    try {
      RuleSetSnapshot copy = new RuleSetSnapshot(ruleSet.as(RuleSetStatus.ACTIVE), files.get());
      kept = copy;
      lastGood.keep(copy);
    } catch (DatabaseUnavailable | JdbiException failed) {
      LOG.warnf(
          "No copy of rule set %s could be made: %s",
          ruleSet.version(), RedactedException.of(failed));
    }
  }

  /** The same for a start without the database, from its copy or from the folder. */
  void putWithoutStore(RuleSetSnapshot rules, RuleSet read) {
    active.activate(read);
    kept = rules;
  }

  /** What the store says of a rule set or, when it can not be asked, what is known here. */
  <T> T ask(String version, Supplier<T> store, Function<RuleSetSnapshot, T> here) {
    try {
      return store.get();
    } catch (DatabaseUnavailable | JdbiException failed) {
      RuleSetSnapshot known = kept;
      boolean meant =
          known != null
              && (version.equals(RuleSets.ACTIVE) || version.equals(known.ruleSet().version()));
      if (!meant || !OutageDetector.isOutage(failed)) {
        throw failed;
      }
      return here.apply(known);
    }
  }

  /** Takes note of what is wrong with the rule set that should decide; nothing when all is well. */
  void alarm(List<?> problems) {
    active.alarm(
        problems.isEmpty()
            ? null
            : "The active rule set can not be used, so the one before it decides: "
                + problems.get(0));
  }
}
