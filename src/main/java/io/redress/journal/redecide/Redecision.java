package io.redress.journal.redecide;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.journal.read.OpenedDecision;
import io.redress.rules.ruleset.RuleSet;
import java.util.List;

/** What comes of the facts of a kept decision, on its own day, under other rules. */
public sealed interface Redecision {

  /**
   * They are decided.
   *
   * @param changes by member, in the order in which people look at them; empty when nothing changed
   * @param letterCompared whether the letter of then can still be read
   */
  record Taken(Decision now, List<MemberChange> changes, boolean letterCompared)
      implements Redecision {
    public Taken {
      changes = List.copyOf(changes);
    }
  }

  /** They can not be read any more, as what facts may be has changed since. */
  record Refused(List<FactProblem> faults) implements Redecision {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** Takes a kept decision again. */
  static Redecision of(OpenedDecision kept, RuleSet rules) {
    return DisputeReader.read(
            kept.facts(), country -> rules.today(country, kept.entry().decided().decidedAt()))
        .fold(dispute -> AnswerComparison.of(kept, rules.decide(dispute)), Refused::new);
  }
}
