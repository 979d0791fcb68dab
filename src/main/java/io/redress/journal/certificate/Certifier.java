package io.redress.journal.certificate;

import io.redress.journal.certificate.Certificate.Redecided;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.OpenedDecision.Availability;
import io.redress.journal.verify.OlderAnswer;
import io.redress.journal.write.DecisionRecord;
import io.redress.lifecycle.HistoricalRuleSets;
import io.redress.platform.database.Database;
import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.signature.SignedJson;
import io.redress.platform.signature.SigningKeyPair;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.signing.SigningKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;

/** Writes certificates of decisions in the journal. */
@Singleton
public class Certifier {
  private final HistoricalRuleSets rules;
  private final SigningKeys keys;
  private final Clock clock;

  @Inject
  public Certifier(Database database, SigningKeys keys, Clock clock) {
    this.rules = new HistoricalRuleSets(database);
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Returns the signed certificate of a decision, in canonical form.
   *
   * @throws NotCertifiableException if its entry was changed, or the key that signs
   */
  public byte[] certify(KeptDecision kept) throws NotCertifiableException {
    if (!kept.entry().intact()) {
      throw new NotCertifiableException(
          "Its journal entry was changed after it was written. Verify the journal.");
    }
    OpenedDecision opened = OpenedDecision.of(kept);
    if (opened.personalData() == Availability.DAMAGED) {
      throw new NotCertifiableException(
          "Its personal data were changed after they were written. Verify the journal.");
    }
    SigningKeyPair key = key();
    try {
      return SignedJson.sign(
          Certificate.of(opened, redecided(opened), clock.instant()).json(), key);
    } catch (IllegalArgumentException noForm) {
      throw new NotCertifiableException(
          "One of its facts is a number that exceeds the range of JSON numbers in RFC 8785.");
    }
  }

  private SigningKeyPair key() throws NotCertifiableException {
    try {
      return keys.current();
    } catch (UnreadableSecret damaged) {
      throw new NotCertifiableException(
          "The key that signs certificates cannot be used. "
              + damaged.getMessage()
              + " Rotate it by POST /v1/signing-keys.");
    }
  }

  private Redecided redecided(OpenedDecision opened) {
    DecisionRecord before = opened.entry().decided();
    if (OlderAnswer.is(before.decision())) {
      return Redecided.NOT_COMPARABLE;
    }
    Optional<RuleSet> ruleSet = rules.load(before.ruleSet(), new ArrayList<>());
    if (ruleSet.isEmpty()) {
      return Redecided.NOT_COMPARABLE;
    }
    boolean same = isSame(opened, before, ruleSet.get());
    if (!same && opened.personalData() != Availability.PRESENT) {
      return Redecided.NOT_COMPARABLE;
    }
    return same ? Redecided.SAME : Redecided.DIFFERENT;
  }

  private static boolean isSame(OpenedDecision opened, DecisionRecord before, RuleSet rules) {
    try {
      DecisionRecord now =
          DecidedAgain.of(opened.facts(), before.decisionId(), before.decidedAt(), rules).decided();
      return DecidedAgain.decisionHash(now).equals(DecidedAgain.decisionHash(before));
    } catch (RuntimeException notDecided) {
      return false;
    }
  }
}
