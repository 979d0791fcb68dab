package io.redress.journal.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.RuleSetId;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.verify.Anchor;
import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate states of a decision. It has no personal data and no hash of any, so that it
 * can be passed on, and stays the same when they are destroyed.
 *
 * @param type always {@link #TYPE}
 * @param formatVersion always {@link #FORMAT_VERSION}
 * @param refund null if nothing is refunded or no price was given
 * @param factsSha256 of the facts without personal data, in canonical form
 * @param decisionSha256 of the answer without the letter, in canonical form
 * @param redecision what came out when the service decided again, before it signed
 */
public record Certificate(
    String type,
    int formatVersion,
    UUID decisionId,
    String disputeId,
    Instant decidedAt,
    LocalDate asOf,
    String resolution,
    String reasonCode,
    @Nullable Refunded refund,
    RuleSetId ruleSet,
    String factsSha256,
    String decisionSha256,
    Position journal,
    Program program,
    Redecided redecision,
    Instant issuedAt) {
  static final String TYPE = "redress-decision-certificate";
  static final int FORMAT_VERSION = 1;

  private static final ObjectMapper JSON =
      DecisionJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** An amount, as text. */
  public record Refunded(String amount, String currency) {}

  /**
   * Where a decision is in the journal.
   *
   * @param number position in the chain of the replica
   * @param previous hash of the entry before
   * @param hash of the entry, over all of it, personal data included, as they are encrypted
   */
  public record Position(String replica, long number, String previous, String hash) {
    /** The position as an anchor, as {@code journal verify} takes it. */
    public Anchor anchor() {
      return new Anchor(replica, number, hash);
    }
  }

  /** The result of deciding again. */
  public enum Redecided {
    SAME,
    DIFFERENT,
    /**
     * The rule set cannot be read any more, its answer is of an older release, or facts that a rule
     * looks at were personal and are destroyed.
     */
    NOT_COMPARABLE
  }

  /** Returns what is to be certified of a decision. */
  static Certificate of(OpenedDecision opened, Redecided redecision, Instant now) {
    Entry entry = opened.entry();
    DecisionRecord decided = entry.decided();
    return new Certificate(
        TYPE,
        FORMAT_VERSION,
        decided.decisionId(),
        decided.disputeId(),
        decided.decidedAt(),
        decided.asOf(),
        decided.resolution(),
        decided.reasonCode(),
        refund(decided.refundAmount(), decided.refundCurrency()),
        RuleSetId.of(DecisionJson.read(decided.decision()).at("/ruleSet/hash").asText()),
        DecidedAgain.factsHash(decided),
        DecidedAgain.decisionHash(decided),
        new Position(entry.replica(), entry.number(), entry.previous(), entry.hash()),
        Program.current(),
        redecision,
        now.truncatedTo(ChronoUnit.MILLIS));
  }

  private static @Nullable Refunded refund(@Nullable BigDecimal amount, @Nullable String currency) {
    return amount == null || currency == null
        ? null
        : new Refunded(amount.toPlainString(), currency);
  }

  /** Returns the certificate as JSON, to be signed. */
  ObjectNode json() {
    return (ObjectNode) DecisionJson.read(DecisionJson.write(this));
  }

  /** Reads a certificate that was signed; empty if it is of another kind or a later format. */
  public static Optional<Certificate> read(ObjectNode signed) {
    if (!signed.path("type").asText().equals(TYPE)
        || signed.path("formatVersion").asInt() != FORMAT_VERSION) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.treeToValue(signed, Certificate.class));
    } catch (JsonProcessingException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
