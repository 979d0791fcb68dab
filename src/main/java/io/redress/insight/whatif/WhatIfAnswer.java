package io.redress.insight.whatif;

import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.ActionType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would change a decision.
 *
 * @param resolution the main remedy as it is
 * @param locale the language of the sentences
 * @param reached whether the goal is reached already; absent without a goal
 * @param options the nearest changes that reach the goal, those of the buyer first
 * @param hangsOn facts of which a change alone changes the decision, known facts first
 * @param stable pointers of all other facts: change any one of them, and the decision stays
 * @param evaluated number of decisions that were tried
 * @param limit how many are tried at most
 * @param complete whether everything was tried; otherwise there may be more options, and facts in
 *     neither list
 * @param sentence the result as text
 */
public record WhatIfAnswer(
    RuleSetId ruleSet,
    LocalDate asOf,
    ActionType resolution,
    Locale locale,
    @Nullable Boolean reached,
    List<Option> options,
    List<Dependence> hangsOn,
    List<String> stable,
    int evaluated,
    int limit,
    boolean complete,
    String sentence) {
  public WhatIfAnswer {
    options = List.copyOf(options);
    hangsOn = List.copyOf(hangsOn);
    stable = List.copyOf(stable);
  }
}
