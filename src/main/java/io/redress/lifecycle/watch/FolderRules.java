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

/** Makes candidates of what people save in the folders, and activates them where that is wanted. */
@Singleton
class FolderRules {
  /** Who proposes and activates what comes from the folders. */
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
   * How the folders looked when their files became a rule set: as they look now, if these are one
   * that is known.
   */
  Snapshot lastTaken() {
    Snapshot now = folders.snapshot();
    String version = RuleSetId.of(folders.read(new ArrayList<>()).hash()).version();
    return ruleSets.find(version).isPresent() ? now : Snapshot.NONE;
  }

  /**
   * Proposes what is in the folders.
   *
   * @param last whether these are the files to be judged, even when they can not be read
   * @return false when they can not be read, but may not be whole yet
   */
  boolean take(boolean last) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = folders.read(problems);
    Proposal proposal = ruleSets.proposeSaved(files, problems, BY, last);
    if (proposal instanceof Proposal.Kept kept) {
      consider(kept.ruleSet());
      return true;
    }
    if (last) {
      ((Proposal.Unreadable) proposal).problems().forEach(LOG::error);
      LOG.error("The files of the folder are no rule set that could decide.");
    }
    return last;
  }

  private void consider(StoredRuleSet ruleSet) {
    if (ruleSet.status() == RuleSetStatus.ACTIVE) {
      return;
    }
    boolean first = ruleSets.find(RuleSets.ACTIVE).isEmpty();
    if (!autoActivate.getAsBoolean() && !first) {
      LOG.infof(
          "Rule set %s was made of the folder's files. It decides once it is activated.",
          ruleSet.version());
    } else if (ruleSets.activate(ruleSet, Set.of(), BY)
        instanceof ActivationResult.Refused refused) {
      refused.objections().stream().map(ActivationObjection::text).forEach(LOG::error);
      LOG.errorf("Rule set %s, made of the folder's files, may not decide.", ruleSet.version());
    } else {
      LOG.infof("Rule set %s decides, as saved in the folder.", ruleSet.version());
    }
  }
}
