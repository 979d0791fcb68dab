package io.redress.console.decide;

import io.redress.check.scenario.CompleteFacts;
import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.RuleSets;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.DecisionTable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Completes the example of a finding to facts that can be tried. */
@Singleton
class ExampleFacts {
  private final RuleSets ruleSets;

  ExampleFacts(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * @param table its name
   * @param example values by name; those that are no facts, such as outcomes of other tables,
   *     choose the dispute that is completed
   */
  FactTree of(RuleSet rules, String table, Map<String, Object> example) {
    Optional<DecisionTable> asked = rules.tables().table(table);
    return ruleSets
        .find(rules.id().version())
        .map(stored -> TestCases.of(ruleSets.contents(stored), new ArrayList<>()))
        .flatMap(
            cases ->
                asked.flatMap(
                    found ->
                        new CompleteFacts(
                                rules.tables(), cases.disputes(), rules::decideWithoutLetter)
                            .of(found.file(), found.sheet(), example)))
        .map(CompleteFacts.Completed::facts)
        .orElseGet(() -> FactTree.of(example, rules.tables().terms()));
  }
}
