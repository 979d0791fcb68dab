package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule in code fired in a decision, and otherwise why not, as far as Drools tells.
 *
 * @param failed its conditions that were not met, as written; of several facts, those of the fact
 *     that met most
 * @param missing the type of fact that it waits for, when there was none of that type
 * @param overtakenBy the rule that ended the case of its fact, when the conditions were met but
 *     that rule came first
 */
public record RuleState(
    RuleSource rule,
    boolean fired,
    List<String> failed,
    @Nullable String missing,
    @Nullable String overtakenBy) {
  public RuleState {
    failed = List.copyOf(failed);
  }
}
