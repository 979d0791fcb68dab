package io.redress.insight.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.ActionType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Why a decision is as it is.
 *
 * @param locale the language of the sentences
 * @param tables in the order in which rules asked them
 * @param rules of the flow, in the order of their files; only if no table was named
 */
public record Explanation(
    RuleSetId ruleSet,
    LocalDate asOf,
    ActionType resolution,
    String reasonCode,
    Locale locale,
    List<ExplainedTable> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExplainedRule> rules) {
  public Explanation {
    tables = List.copyOf(tables);
    rules = List.copyOf(rules);
  }
}
