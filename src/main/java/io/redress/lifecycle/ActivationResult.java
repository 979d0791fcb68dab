package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;

/** The result of a request to activate a rule set. */
public sealed interface ActivationResult {

  /** The rule set is active. */
  record Activated(StoredRuleSet ruleSet) implements ActivationResult {}

  /** The active rule set has not changed. */
  record Refused(List<ActivationObjection> objections) implements ActivationResult {
    public Refused {
      objections = List.copyOf(objections);
    }
  }
}
