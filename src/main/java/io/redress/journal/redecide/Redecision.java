package io.redress.journal.redecide;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.journal.read.OpenedDecision;
import io.redress.rules.ruleset.RuleSet;
import java.util.List;

/** The result of deciding a kept dispute again under other rules, on its own day. */
public sealed interface Redecision {

  /**
   * The facts were decided.
   *
   * @param changes changed members, most important first; empty if nothing changed
   * @param letterCompared whether the former letter can still be read
   */
  record Taken(Decision now, List<MemberChange> changes, boolean letterCompared)
      implements Redecision {
    public Taken {
      changes = List.copyOf(changes);
    }
  }

  /** The facts are refused, because their validation has changed since. */
  record Refused(List<FactProblem> problems) implements Redecision {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** Decides the facts of a kept decision again. */
  static Redecision of(OpenedDecision kept, RuleSet rules) {
    return DisputeReader.read(
            kept.facts(),
            rules.customFacts(),
            country -> rules.today(country, kept.entry().decided().decidedAt()))
        .fold(dispute -> AnswerComparison.of(kept, rules.decide(dispute)), Refused::new);
  }
}
