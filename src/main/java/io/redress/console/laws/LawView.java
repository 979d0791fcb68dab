package io.redress.console.laws;

import io.redress.check.invariant.InvariantReport;
import io.redress.check.invariant.LawEdit;
import io.redress.check.scenario.FactTree;
import io.redress.console.Links;
import io.redress.console.answer.AnswerView;
import io.redress.console.answer.FactText;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A law, for its page.
 *
 * @param violation what was found when it was checked just now; null if it holds
 * @param decisions on how many decisions it was checked
 * @param words for facts
 */
record LawView(
    StoredRuleSet ruleSet,
    String id,
    LawEdit law,
    InvariantReport.@Nullable Violation violation,
    int decisions,
    FactText words) {

  static LawView of(
      StoredRuleSet ruleSet, String id, LawEdit law, InvariantReport report, FactText words) {
    return new LawView(
        ruleSet,
        id,
        law,
        report.violations().stream().filter(one -> one.law().equals(id)).findFirst().orElse(null),
        report.decisions(),
        words);
  }

  /** A fact of the counterexample, which may become an exception. */
  record Fact(String name, String label, String value) {}

  /** A counterexample in words and as JSON, with a link to try it. */
  record Example(List<AnswerView.Detail> details, String facts, String href) {}

  /** The facts that may be an exception: single values, without the day of the decision. */
  public List<Fact> facts() {
    FactTree facts = counterexample();
    return facts == null
        ? List.of()
        : facts.names().stream()
            .filter(name -> !name.equals(FactTree.AS_OF) && facts.value(name).isValueNode())
            .map(name -> new Fact(name, words.label(name), words.value(name, facts.value(name))))
            .toList();
  }

  public List<Example> examples() {
    return violation == null
        ? List.of()
        : violation.facts().stream()
            .map(facts -> new Example(words.of(facts.json()), facts.toString(), Links.facts(facts)))
            .toList();
  }

  @Nullable FactTree counterexample() {
    return violation == null
        ? null
        : violation.facts().stream().reduce((first, last) -> last).orElse(null);
  }

  /** The number of lines of its text, and some more to write. */
  public long lines() {
    return law.text().lines().count() + 2;
  }
}
