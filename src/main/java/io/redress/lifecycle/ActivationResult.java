package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;

/** What became of the wish to activate a rule set. */
public sealed interface ActivationResult {

  /** It decides. */
  record Activated(StoredRuleSet ruleSet) implements ActivationResult {}

  /** Whatever decided before still does. */
  record Refused(List<ActivationObjection> objections) implements ActivationResult {
    public Refused {
      objections = List.copyOf(objections);
    }
  }
}
