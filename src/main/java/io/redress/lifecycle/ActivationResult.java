package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
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

    /** The gates that are not met. */
    public List<Phrase> gates() {
      return objections.stream()
          .filter(ActivationObjection.GateNotMet.class::isInstance)
          .map(gate -> ((ActivationObjection.GateNotMet) gate).phrase())
          .toList();
    }

    /** All other reasons, in English. */
    public List<String> otherReasons() {
      return objections.stream()
          .filter(one -> !(one instanceof ActivationObjection.GateNotMet))
          .map(ActivationObjection::text)
          .toList();
    }
  }
}
