package io.redress.console.decisions;

import io.redress.console.Words;
import io.redress.console.answers.AnswerWords;
import io.redress.dispute.Fault;
import io.redress.reconsideration.Reconsideration;
import java.util.List;

/**
 * A kept decision beside what the active rules decide.
 *
 * @param own whether the active rules are those that decided then
 * @param letters whether the letters could be compared
 * @param faults why the active rules can not read the facts; empty when they can
 */
public record Again(
    String version, boolean own, List<Change> changes, boolean letters, List<Fault> faults) {

  /** A member that would be another; each side is empty where there is nothing. */
  public record Change(String label, String before, String now) {}

  static Again of(Reconsideration again, String version, boolean own, Words words) {
    if (again instanceof Reconsideration.Taken taken) {
      AnswerWords said = new AnswerWords(words);
      return new Again(
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
    return new Again(version, own, List.of(), true, ((Reconsideration.Refused) again).faults());
  }
}
