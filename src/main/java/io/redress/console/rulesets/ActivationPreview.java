package io.redress.console.rulesets;

import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it means to let a rule set decide in place of the active one.
 *
 * @param active that decides until then; null when none does
 * @param since how that one came to decide
 * @param difference between the two; null where there is nothing to compare with
 */
record ActivationPreview(
    StoredRuleSet ruleSet,
    @Nullable StoredRuleSet active,
    @Nullable Activation since,
    AdmissionReport.Tests tests,
    @Nullable DifferenceView difference) {
  private static final int SOME = 8;

  public boolean back() {
    return ruleSet.status() == RuleSetStatus.RETIRED;
  }

  /** Version that is to be active until then; empty when none is. */
  public String expected() {
    return active == null ? "" : active.version();
  }

  public List<DifferenceView.Sentence> sentences() {
    return difference == null
        ? List.of()
        : difference.tables().stream()
            .flatMap(table -> table.sentences().stream())
            .limit(SOME)
            .toList();
  }

  public int moreSentences() {
    return difference == null ? 0 : difference.regions() - sentences().size();
  }
}
