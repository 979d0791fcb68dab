package io.redress.console.rulesets;

import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule set was not activated.
 *
 * @param meanwhile what took over since whoever wanted it looked; null when nothing did
 * @param reasons in the words of the rule sets' life
 */
record Refusal(StoredRuleSet ruleSet, @Nullable Activation meanwhile, List<String> reasons) {
  Refusal {
    reasons = List.copyOf(reasons);
  }
}
