package io.redress.rules.table;

import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.ActionType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One rule of a table.
 *
 * @param tested the terms of its conditions; cells that accept anything have none
 * @param outcomes the outcomes of the row; cells with {@code -} have none
 * @param remark of the author; may be empty
 */
public record Row(
    RuleSource.TableRow source, List<Term> tested, List<Outcome> outcomes, String remark) {
  private static final Set<String> ACTIONS = Set.of("resolution", "actions");

  public Row {
    tested = List.copyOf(tested);
    outcomes = List.copyOf(outcomes);
  }

  /** Returns the actions of the row: its resolution, then further actions. */
  public List<ActionType> actions() {
    return outcomes.stream()
        .filter(outcome -> ACTIONS.contains(outcome.term().name()))
        .map(Outcome::value)
        .flatMap(value -> value instanceof Set<?> words ? words.stream() : Stream.of(value))
        .map(word -> ActionType.valueOf((String) word))
        .toList();
  }

  /**
   * The outcome of a row for one term.
   *
   * @param value in the type that {@link Term} describes; lists keep the order of the cell
   */
  public record Outcome(Term term, Object value) {}
}
