package io.redress.journal.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.DisputeReader;
import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.NewEntry;
import io.redress.platform.signature.CanonicalJson;
import io.redress.rules.ruleset.RuleSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Decides the facts of a decision again, as the entry that the journal would have. */
final class DecidedAgain {
  /** Longer than any rule takes, even on a busy machine. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  private DecidedAgain() {}

  /**
   * @throws IllegalStateException if the facts are refused; the message says why
   */
  static NewEntry of(ObjectNode facts, UUID decisionId, Instant decidedAt, RuleSet rules) {
    return DisputeReader.read(
            facts, rules.customFacts(), country -> rules.today(country, decidedAt))
        .fold(
            dispute ->
                EntryWriter.entry(
                    facts,
                    new Answer(decisionId, decidedAt, rules.decide(dispute, TIME_LIMIT)),
                    "",
                    "",
                    null),
            refused -> {
              throw new IllegalStateException(
                  refused.get(0).pointer() + " " + refused.get(0).message());
            });
  }

  /** The hash of the facts, as certificates have it. */
  static String factsHash(DecisionRecord decided) {
    return CanonicalJson.sha256(
        DisputeReader.sent(decided.facts().getBytes(StandardCharsets.UTF_8)));
  }

  /** The hash of the answer, as certificates have it. */
  static String decisionHash(DecisionRecord decided) {
    return CanonicalJson.sha256(DecisionJson.read(decided.decision()));
  }
}
