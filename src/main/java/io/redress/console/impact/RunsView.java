package io.redress.console.impact;

import io.redress.console.Pager;
import io.redress.domain.dispute.ActionType;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.Vocabulary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The form that begins a run, and the runs so far.
 *
 * @param from the first day that is suggested
 * @param to the last day that is suggested
 * @param others the rule sets that can decide again for comparison
 * @param kpis those of the rule set
 */
record RunsView(
    StoredRuleSet ruleSet,
    LocalDate from,
    LocalDate to,
    List<StoredRuleSet> others,
    List<KpiChoice> kpis,
    List<RunLine> runs,
    Pager pager) {

  /** A KPI that can be left out. */
  record KpiChoice(String name, String title) {}

  public List<String> resolutions() {
    return Arrays.stream(ActionType.values()).map(Enum::name).toList();
  }

  /** ISO 3166-1 alpha-2. */
  public List<String> countries() {
    return Vocabulary.known("order.buyerCountry").allowed();
  }
}
