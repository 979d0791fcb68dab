package io.redress.console.rulesets;

import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule set was not activated.
 *
 * @param meanwhile the activation that happened after the page was shown; null if none
 * @param reasons why not, in English
 * @param gates which gates are not met
 */
record Refusal(
    StoredRuleSet ruleSet,
    @Nullable Activation meanwhile,
    List<String> reasons,
    List<Phrase> gates) {
  Refusal {
    reasons = List.copyOf(reasons);
    gates = List.copyOf(gates);
  }
}
