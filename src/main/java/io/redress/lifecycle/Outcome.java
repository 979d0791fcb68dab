package io.redress.lifecycle;

import java.util.List;

/** What became of the wish to activate a rule set. */
public sealed interface Outcome {

  /** It decides. */
  record Activated(StoredRuleSet ruleSet) implements Outcome {}

  /** Whatever decided before still does. */
  record Refused(List<String> reasons) implements Outcome {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
