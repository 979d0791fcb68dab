package io.redress.console.rulesets;

import io.redress.console.impact.LatestImpact;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the activation of a rule set changes.
 *
 * @param active the currently active rule set; null if none
 * @param since its activation
 * @param difference between the two; null if none is active
 * @param impact what it would have cost; null if that is not known, or not for the user
 * @param gates of the active rule set; null if none apply
 */
record ActivationPreview(
    StoredRuleSet ruleSet,
    @Nullable StoredRuleSet active,
    @Nullable Activation since,
    AdmissionReport.Tests tests,
    @Nullable DifferenceView difference,
    LatestImpact.@Nullable Latest impact,
    @Nullable GatesView gates) {
  private static final int MAX_SENTENCES = 8;

  public boolean rollback() {
    return ruleSet.status() == RuleSetStatus.RETIRED;
  }

  /** Whether the user may confirm it. */
  public boolean allowed() {
    return gates == null || gates.passed();
  }

  /** The version expected to be active when the user confirms; empty if none is. */
  public String expected() {
    return active == null ? "" : active.version();
  }

  public List<DifferenceView.Sentence> sentences() {
    return difference == null
        ? List.of()
        : difference.tables().stream()
            .flatMap(table -> table.sentences().stream())
            .limit(MAX_SENTENCES)
            .toList();
  }

  public int moreSentences() {
    return difference == null ? 0 : difference.regions() - sentences().size();
  }
}
