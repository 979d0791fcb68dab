package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;

/** What became of the wish to activate a rule set. */
public sealed interface ActivationResult {

  /** It decides. */
  record Activated(StoredRuleSet ruleSet) implements ActivationResult {}

  /** Whatever decided before still does. */
  record Refused(List<String> reasons) implements ActivationResult {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
