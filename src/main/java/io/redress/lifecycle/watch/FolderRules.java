package io.redress.lifecycle.watch;

import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.ActivationObjection;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.FolderProposal;
import io.redress.lifecycle.store.FolderProposalStore;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.lifecycle.watch.RuleFolders.Snapshot;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.access.Protection;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Proposes changes of the folders as rule sets, and activates them if configured so.
 *
 * <p>Only other content than the folders were proposed with last is a change. What was activated
 * without the folders stays: a proposal is the active rule set with the files that changed in the
 * folders since the last of their proposals that was activated.
 */
@Singleton
class FolderRules {
  /** The actor who proposes and activates rule sets from the folders. */
  static final Actor BY = Actor.within(Actor.FOLDER);

  private static final Logger LOG = Logger.getLogger("io.redress");

  private final RuleSets ruleSets;
  private final RuleFolders folders;
  private final FolderProposalStore proposals;
  private final Clock clock;
  private final BooleanSupplier autoActivate;

  FolderRules(
      RuleSets ruleSets,
      RuleFolders folders,
      FolderProposalStore proposals,
      Clock clock,
      @ConfigProperty(name = "redress.rules.auto-activate") Optional<Boolean> autoActivate,
      Protection protection) {
    this.ruleSets = ruleSets;
    this.folders = folders;
    this.proposals = proposals;
    this.clock = clock;
    this.autoActivate = () -> autoActivate.orElseGet(protection::openAfterRefresh);
  }

  /**
   * The snapshot of the folders that was proposed last: the current one if its content was,
   * otherwise {@link Snapshot#NONE}.
   */
  Snapshot lastProposed() {
    Snapshot now = folders.snapshot();
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = folders.read(problems);
    boolean known = problems.isEmpty() && proposals.knows(files.fingerprints());
    return known ? now : Snapshot.NONE;
  }

  /** Proposes all files of the folders as they are, for a service that has no active rule set. */
  void proposeWhole() {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = folders.read(problems);
    propose(MergedFiles.whole(files), problems, true);
  }

  /**
   * Proposes what changed in the folders, if anything did.
   *
   * @param last whether to reject the files if they cannot be read, instead of waiting for more
   *     changes
   * @return false if they cannot be read, but may be incomplete
   */
  boolean proposeChanges(boolean last) {
    Snapshot before = folders.snapshot();
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = folders.read(problems);
    if (!last && !folders.snapshot().equals(before)) {
      return false;
    }
    if (!problems.isEmpty()) {
      return propose(MergedFiles.whole(files), problems, last);
    }
    Optional<Map<String, String>> latest = proposals.latest().map(FolderProposal::files);
    if (latest.filter(files.fingerprints()::equals).isPresent()) {
      return true;
    }
    MergedFiles merged = merged(files);
    return latest.filter(merged.fingerprints()::equals).isPresent()
        || propose(merged, problems, last);
  }

  private MergedFiles merged(RuleSetFiles files) {
    Optional<Map<String, String>> base = proposals.latestActivated().map(FolderProposal::files);
    return ruleSets
        .find(RuleSets.ACTIVE)
        .flatMap(
            active ->
                base.map(
                    known ->
                        MergedFiles.of(files, known, ruleSets.contents(active), ruleSets::content)))
        .orElseGet(() -> MergedFiles.whole(files));
  }

  private boolean propose(MergedFiles merged, List<RuleProblem> problems, boolean last) {
    Proposal proposal =
        ruleSets.proposeFolder(merged.files(), problems, merged.comment(), BY, last);
    boolean kept = proposal instanceof Proposal.Kept;
    if (problems.isEmpty() && (kept || last)) {
      String version = RuleSetId.of(merged.files().hash()).version();
      proposals.add(new FolderProposal(version, merged.fingerprints()), clock.instant());
    }
    if (proposal instanceof Proposal.Kept one) {
      merged.notes(one.ruleSet().version()).forEach(LOG::warn);
      activateIfWanted(one.ruleSet());
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
    } else if (ruleSets.activate(ruleSet, Set.of(), Activator.of(BY))
        instanceof ActivationResult.Refused refused) {
      refused.objections().stream().map(ActivationObjection::text).forEach(LOG::error);
      LOG.errorf("Rule set %s from the folder cannot be activated.", ruleSet.version());
    } else {
      LOG.infof("Rule set %s from the folder is active.", ruleSet.version());
    }
  }
}
