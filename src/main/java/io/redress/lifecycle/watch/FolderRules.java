package io.redress.lifecycle.watch;

import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.ActivationObjection;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.lifecycle.watch.RuleFolders.Snapshot;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.access.Protection;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Proposes the files of the folders as rule sets, and activates them if configured so. */
@Singleton
class FolderRules {
  /** The actor who proposes and activates rule sets from the folders. */
  static final Actor BY = Actor.within("folder");

  private static final Logger LOG = Logger.getLogger("io.redress");

  private final RuleSets ruleSets;
  private final RuleFolders folders;
  private final BooleanSupplier autoActivate;

  FolderRules(
      RuleSets ruleSets,
      RuleFolders folders,
      @ConfigProperty(name = "redress.rules.auto-activate") Optional<Boolean> autoActivate,
      Protection protection) {
    this.ruleSets = ruleSets;
    this.folders = folders;
    this.autoActivate = () -> autoActivate.orElseGet(protection::openAfterRefresh);
  }

  /**
   * The snapshot of the folders that was proposed last: the current one if its rule set is stored,
   * otherwise {@link Snapshot#NONE}.
   */
  Snapshot lastProposed() {
    Snapshot now = folders.snapshot();
    String version = RuleSetId.of(folders.read(new ArrayList<>()).hash()).version();
    return ruleSets.find(version).isPresent() ? now : Snapshot.NONE;
  }

  /**
   * Proposes the files of the folders.
   *
   * @param last whether to reject the files if they cannot be read, instead of waiting for more
   *     changes
   * @return false if they cannot be read, but may be incomplete
   */
  boolean propose(boolean last) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = folders.read(problems);
    Proposal proposal = ruleSets.proposeFolder(files, problems, BY, last);
    if (proposal instanceof Proposal.Kept kept) {
      activateIfWanted(kept.ruleSet());
      return true;
    }
    if (last) {
      ((Proposal.Unreadable) proposal).problems().forEach(LOG::error);
      LOG.error(
          "The files of the folder cannot be read as a rule set. Correct the problems above.");
    }
    return last;
  }

  private void activateIfWanted(StoredRuleSet ruleSet) {
    if (ruleSet.status() == RuleSetStatus.ACTIVE) {
      return;
    }
    boolean first = ruleSets.find(RuleSets.ACTIVE).isEmpty();
    if (!autoActivate.getAsBoolean() && !first) {
      LOG.infof(
          "Rule set %s from the folder is a candidate. It decides once it is activated.",
          ruleSet.version());
    } else if (ruleSets.activate(ruleSet, Set.of(), BY)
        instanceof ActivationResult.Refused refused) {
      refused.objections().stream().map(ActivationObjection::text).forEach(LOG::error);
      LOG.errorf("Rule set %s from the folder cannot be activated.", ruleSet.version());
    } else {
      LOG.infof("Rule set %s from the folder is active.", ruleSet.version());
    }
  }
}
