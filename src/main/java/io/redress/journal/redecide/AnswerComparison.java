package io.redress.journal.redecide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.journal.read.OpenedDecision;
import java.util.List;
import java.util.stream.Stream;

/** Compares answers member by member. */
final class AnswerComparison {
  private static final List<String> DECIDED =
      List.of(
          "resolution",
          "reasonCode",
          "actions",
          "refund",
          "nextOrderDiscountPercent",
          "replacementQuantity",
          "goods",
          "evidence",
          "dates.respondBy",
          "dates.shipBefore",
          "dates.nextReviewBy",
          "dates.answerBy",
          "dates.refundBy",
          "dates.returnBy",
          "returnFeePaidBy",
          "reshipFeePaidBy",
          "caseStatus",
          "custom",
          "warnings",
          "trace");

  private static final List<String> WRITTEN = List.of("letter.subject", "letter.body");

  private AnswerComparison() {}

  static Redecision.Taken of(OpenedDecision kept, Decision now) {
    boolean letter = kept.personalData() == OpenedDecision.Availability.PRESENT;
    // Both answers are parsed from text, so that equal numbers are equal nodes.
    JsonNode before = places(DecisionJson.read(kept.answer()));
    JsonNode after = places(DecisionJson.read(DecisionJson.write(now)));
    List<MemberChange> changes =
        Stream.concat(DECIDED.stream(), letter ? WRITTEN.stream() : Stream.empty())
            .map(member -> new MemberChange(member, at(before, member), at(after, member)))
            .filter(change -> !change.before().equals(change.now()))
            .toList();
    return new Redecision.Taken(now, changes, letter);
  }

  /** Reduces the trace to places; the effects of rules are members of the answer themselves. */
  private static JsonNode places(JsonNode answer) {
    answer.path("trace").forEach(entry -> ((ObjectNode) entry).remove("effect"));
    return answer;
  }

  private static JsonNode at(JsonNode answer, String member) {
    return answer.at("/" + member.replace('.', '/'));
  }
}
