package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Action;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.DisputeType;
import io.redress.rules.calendar.ShippedCalendar;
import io.redress.rules.calendar.WorkingDays;
import io.redress.rules.letter.SeededDisputes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Laws about money, people and days that hold for disputes as sellers have them. */
class SeededLawsTest {
  private static final int DISPUTES = 4_000;

  private final RuleSet rules = ShippedRules.whole();

  @Test
  void moreFaultyPiecesNeverGiveLessMoney() {
    int compared = 0;
    for (Dispute dispute : disputes(20_150_213)) {
      Integer ordered = dispute.order().quantity();
      if (dispute.disputeType() == DisputeType.NOT_AS_DESCRIBED && ordered != null && ordered > 1) {
        compared += compareByPieces(dispute, ordered);
      }
    }
    assertThat(compared).isGreaterThan(DISPUTES / 10);
  }

  /** Returns how many refunds were compared; goods, questions and people are not money. */
  private int compareByPieces(Dispute dispute, int ordered) {
    int compared = 0;
    BigDecimal before = BigDecimal.ZERO;
    for (int pieces = 1; pieces <= ordered; pieces++) {
      Decision decision = rules.decideWithoutLetter(with(dispute, pieces));
      BigDecimal amount = decision.refund() == null ? null : decision.refund().amount();
      if (amount != null) {
        assertThat(amount).as("%s pieces of %s", pieces, dispute).isGreaterThanOrEqualTo(before);
        before = amount;
        compared++;
      }
    }
    return compared;
  }

  private static Dispute with(Dispute dispute, int pieces) {
    ObjectNode facts = FactTree.of(dispute).json().deepCopy();
    ObjectNode problem = facts.withObject("/problem").put("defectiveQuantity", pieces);
    problem.remove("missingQuantity");
    return DisputeReader.read(facts, country -> LocalDate.MAX)
        .fold(
            read -> read,
            refused -> {
              throw new AssertionError(facts + " " + refused);
            });
  }

  @Test
  void whatIsHandedOverIsNotResolvedAndHasADay() {
    int handedOver = 0;
    for (Dispute dispute : disputes(20_150_214)) {
      Decision decision = rules.decideWithoutLetter(dispute);
      if (decision.actions().stream().map(Action::type).anyMatch(ActionType::handsOver)) {
        handedOver++;
        assertThat(decision.caseStatus()).as("%s", dispute).isNotEqualTo(CaseStatus.RESOLVED);
        assertThat(decision.dates().nextReviewBy()).as("%s", dispute).isNotNull();
        assertThat(decision.actions().stream().flatMap(SeededLawsTest::by))
            .as("%s", dispute)
            .isNotEmpty()
            .allMatch(day -> !day.isBefore(decision.asOf()));
      }
    }
    assertThat(handedOver).isGreaterThan(DISPUTES / 20);
  }

  private static Stream<LocalDate> by(Action action) {
    LocalDate day = null;
    if (action instanceof Action.EscalateToHuman person) {
      day = person.by();
    } else if (action instanceof Action.Review review) {
      day = review.by();
    }
    return Optional.ofNullable(day).stream();
  }

  @Test
  void reviewsAreOnWorkingDaysAndInTime() {
    int reviews = 0;
    for (Dispute dispute : disputes(20_150_215)) {
      Decision decision = rules.decideWithoutLetter(dispute);
      LocalDate review = decision.dates().nextReviewBy();
      if (review != null) {
        reviews++;
        WorkingDays selling =
            ShippedCalendar.CALENDARS.workingDays(dispute.order().sellerCountryOrDefault());
        assertThat(selling.works(review)).as("%s on %s", dispute, review).isTrue();
        assertThat(review).as("%s", dispute).isBetween(decision.asOf(), LocalDate.MAX);
        assertNotAfter(review, decision.dates().respondBy(), dispute);
        assertNotAfter(review, decision.dates().shipBefore(), dispute);
      }
    }
    assertThat(reviews).isGreaterThan(DISPUTES / 4);
  }

  private static void assertNotAfter(LocalDate review, @Nullable LocalDate limit, Dispute dispute) {
    if (limit != null) {
      assertThat(review).as("%s", dispute).isBeforeOrEqualTo(limit);
    }
  }

  private static Iterable<Dispute> disputes(long seed) {
    return SeededDisputes.from(seed).limit(DISPUTES)::iterator;
  }
}
