package io.redress.console.impact;

import io.redress.journal.shadow.ShadowError;
import io.redress.journal.shadow.ShadowFigures;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set decides beside the active one.
 *
 * @param shadow the newest shadow of it; null if it never was one
 * @param other the rule set that is the shadow at work in its place; null if there is none
 * @param objections why it cannot be started
 * @param figures null without a shadow
 * @param against what people call the rule set with which it is compared
 * @param headline what was found so far; empty before anything was compared, and for those who may
 *     not see it
 * @param result null if it cannot be worked out, and for those who may not see it
 */
record ShadowView(
    StoredRuleSet ruleSet,
    @Nullable Shadow shadow,
    @Nullable StoredRuleSet other,
    List<String> objections,
    @Nullable ShadowFigures figures,
    String against,
    String headline,
    @Nullable ResultView result) {

  public boolean running() {
    return shadow != null && shadow.running();
  }

  public boolean startable() {
    return !running() && objections.isEmpty();
  }

  /** Whether figures are shown that have something. */
  public boolean hasResult() {
    return result != null && result.population().decided() > 0;
  }

  public List<ShadowError> errors() {
    return figures == null ? List.of() : figures.newestErrors();
  }
}
