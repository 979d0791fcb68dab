package io.redress.insight.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.domain.decision.RuleSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule in DRL or in a native decision table, and why it fired or not, as far as Drools tells.
 *
 * @param failed its conditions that were not met, as written
 * @param missing the type of fact that it waits for, if there was none
 * @param overtakenBy the rule that came first, if its conditions were met
 * @param sentence the same as text
 */
public record ExplainedRule(
    @JsonUnwrapped RuleSource source,
    boolean fired,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> failed,
    @Nullable String missing,
    @Nullable String overtakenBy,
    String sentence) {
  public ExplainedRule {
    failed = List.copyOf(failed);
  }
}
