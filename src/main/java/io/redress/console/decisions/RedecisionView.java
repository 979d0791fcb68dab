package io.redress.console.decisions;

import io.redress.console.Messages;
import io.redress.console.answer.AnswerText;
import io.redress.domain.dispute.FactProblem;
import io.redress.journal.redecide.Redecision;
import java.util.List;

/**
 * A kept decision beside what the active rules decide.
 *
 * @param own whether the active rules are those that decided then
 * @param letters whether the letters could be compared
 * @param faults why the active rules can not read the facts; empty when they can
 */
record RedecisionView(
    String version, boolean own, List<Change> changes, boolean letters, List<FactProblem> faults) {

  /** A member that would be another; each side is empty where there is nothing. */
  public record Change(String label, String before, String now) {}

  static RedecisionView of(Redecision again, String version, boolean own, Messages words) {
    if (again instanceof Redecision.Taken taken) {
      AnswerText said = new AnswerText(words);
      return new RedecisionView(
          version,
          own,
          taken.changes().stream()
              .map(
                  change ->
                      new Change(
                          words.say("decisions.member." + change.member()),
                          said.member(change.member(), change.before()),
                          said.member(change.member(), change.now())))
              .toList(),
          taken.letterCompared(),
          List.of());
    }
    return new RedecisionView(version, own, List.of(), true, ((Redecision.Refused) again).faults());
  }
}
