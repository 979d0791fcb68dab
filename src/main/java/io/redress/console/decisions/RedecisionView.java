package io.redress.console.decisions;

import io.redress.console.Messages;
import io.redress.console.answer.AnswerText;
import io.redress.domain.dispute.FactProblem;
import io.redress.journal.redecide.Redecision;
import java.util.List;

/**
 * A recorded decision compared with the decision of the active rules.
 *
 * @param sameRules whether the active rules are those that decided originally
 * @param letters whether the letters could be compared
 * @param problems why the active rules reject the facts; empty if they accept them
 */
record RedecisionView(
    String version,
    boolean sameRules,
    List<Change> changes,
    boolean letters,
    List<FactProblem> problems) {

  /** A member that differs; either side may be empty. */
  public record Change(String label, String before, String now) {}

  static RedecisionView of(
      Redecision redecision,
      String version,
      boolean sameRules,
      AnswerText text,
      Messages messages) {
    if (redecision instanceof Redecision.Taken taken) {
      return new RedecisionView(
          version,
          sameRules,
          taken.changes().stream()
              .map(
                  change ->
                      new Change(
                          messages.say("decisions.member." + change.member()),
                          text.member(change.member(), change.before()),
                          text.member(change.member(), change.now())))
              .toList(),
          taken.letterCompared(),
          List.of());
    }
    return new RedecisionView(
        version, sameRules, List.of(), true, ((Redecision.Refused) redecision).problems());
  }
}
