package io.redress.journal.write;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Action;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.PersonalFacts;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts decisions to entries for the journal; separates personal data. */
public final class EntryWriter {
  private static final ObjectMapper JSON = DecisionJson.mapper();
  private static final ObjectMapper WITHOUT_PERSONAL_DATA =
      DecisionJson.mapper()
          .addMixIn(Decision.class, LetterLeftOut.class)
          .addMixIn(Action.SendPart.class, PlaceOfPart.class);

  private EntryWriter() {}

  @JsonIgnoreProperties("letter")
  private interface LetterLeftOut {}

  /** The part is the buyer's own text, so its place among the facts stands for it. */
  private interface PlaceOfPart {
    @JsonIgnore
    String part();

    @JsonIgnore(false)
    @JsonProperty("part")
    String place();
  }

  /**
   * Makes the entry of an answer.
   *
   * @param sent the facts as sent, with or without {@code disputeId} and {@code asOf}
   */
  public static NewEntry entry(
      ObjectNode sent,
      Answer answer,
      String caller,
      String requestId,
      @Nullable IdempotencyKey idempotency) {
    Decision decision = answer.decision();
    ObjectNode facts = sent.deepCopy();
    ObjectNode personal = PersonalFacts.takeFrom(facts, decision.assessment().dispute().custom());
    facts.put("disputeId", decision.disputeId());
    facts.put("asOf", decision.asOf().toString());
    Optional<Refund> refund = Optional.ofNullable(decision.refund());
    DecisionRecord decided =
        new DecisionRecord(
            answer.decisionId(),
            decision.disputeId(),
            answer.decidedAt(),
            decision.asOf(),
            decision.ruleSet().version(),
            decision.resolution().name(),
            decision.reasonCode(),
            decision.caseStatus().name(),
            decision.nextOrderDiscountPercent(),
            refund.map(Refund::amount).orElse(null),
            refund.map(Refund::currency).map(Object::toString).orElse(null),
            caller,
            requestId,
            written(JSON, facts),
            withoutPersonalData(answer));
    String letter = written(JSON, Objects.requireNonNull(decision.letter()));
    return new NewEntry(
        decided,
        CustomValue.of(decision.assessment().dispute().custom(), decision.custom()),
        new PersonalData(written(JSON, personal), letter),
        idempotency);
  }

  private static String withoutPersonalData(Answer answer) {
    return written(WITHOUT_PERSONAL_DATA, answer);
  }

  private static String written(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
