package io.redress.reconsideration;

import io.redress.archive.OpenedDecision;
import io.redress.decision.Decision;
import io.redress.dispute.DisputeReader;
import io.redress.dispute.Fault;
import io.redress.ruleset.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What comes of the facts of a kept decision, on its own day, under other rules. */
public sealed interface Reconsideration {

  /**
   * They are decided.
   *
   * @param changes by member, in the order in which people look at them; empty when nothing changed
   * @param letterCompared whether the letter of then can still be read
   */
  record Taken(Decision now, List<MemberChange> changes, boolean letterCompared)
      implements Reconsideration {
    public Taken {
      changes = List.copyOf(changes);
    }
  }

  /** They can not be read any more, as what facts may be has changed since. */
  record Refused(List<Fault> faults) implements Reconsideration {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** Takes a kept decision again. */
  static Reconsideration of(OpenedDecision kept, RuleSet rules) {
    byte[] facts = kept.facts().toString().getBytes(StandardCharsets.UTF_8);
    return DisputeReader.read(
            facts, country -> rules.today(country, kept.entry().decided().decidedAt()))
        .fold(dispute -> Comparison.of(kept, rules.decide(dispute)), Refused::new);
  }
}
