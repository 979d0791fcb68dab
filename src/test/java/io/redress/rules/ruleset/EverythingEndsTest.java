package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Customs;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A dispute that is decided again later, all else equal, is closed or with a person within 120
 * days.
 *
 * <p>Something must be known that ages: a day of the order, of shipping, or of the complaint.
 */
class EverythingEndsTest {
  private static final int DISPUTES = 2_000;
  private static final int DAYS = 120;
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private static final Set<String> PERSON = Set.of("ESCALATE_TO_HUMAN", "REVIEW");
  private static final List<String> COUNTRIES = List.of("DE", "GB", "US", "BR", "JP", "RU");
  private static final List<String> SUB_STATUSES =
      List.of(
          "NotFound_Other",
          "InfoReceived",
          "InTransit_Arrival",
          "InTransit_CustomsProcessing",
          "InTransit_CustomsReleased",
          "InTransit_CustomsRequiringInformation",
          "Expired_Other",
          "AvailableForPickup_Other",
          "OutForDelivery_Other",
          "DeliveryFailure_Other",
          "DeliveryFailure_NoBody",
          "DeliveryFailure_Security",
          "DeliveryFailure_Rejected",
          "DeliveryFailure_InvalidAddress",
          "Delivered_Other",
          "Exception_Other",
          "Exception_Returning",
          "Exception_Returned",
          "Exception_NoBody",
          "Exception_Security",
          "Exception_Damage",
          "Exception_Rejected",
          "Exception_Delayed",
          "Exception_Lost",
          "Exception_Destroyed",
          "Exception_Cancel",
          "Exception_New");

  private final RuleSet rules = ShippedRules.whole();

  @ParameterizedTest
  @EnumSource(DisputeType.class)
  void withinMonthsACaseIsClosedOrWithAPerson(DisputeType type) {
    Random random = new Random(20_150_205 + type.ordinal());
    for (int i = 0; i < DISPUTES; i++) {
      Dispute today = dispute(type, random);
      Dispute later = today.on(DAY.plusDays(DAYS), "later");

      Decision decision = rules.decideWithoutLetter(later);

      assertThat(ended(decision))
          .as("%s, decided as %s %s", later, decision.resolution(), decision.caseStatus())
          .isTrue();
    }
  }

  private static boolean ended(Decision decision) {
    return decision.caseStatus() == CaseStatus.RESOLVED
        || decision.actions().stream().anyMatch(action -> PERSON.contains(action.type().name()));
  }

  /** Returns facts that a seller may have on {@link #DAY}; each may be unknown. */
  private static Dispute dispute(DisputeType type, Random random) {
    for (int attempt = 0; attempt < 100; attempt++) {
      Optional<Dispute> possible =
          DisputeReader.read(facts(type, random), country -> DAY)
              .fold(Optional::of, problems -> Optional.empty());
      if (possible.isPresent()) {
        return possible.get();
      }
    }
    throw new AssertionError("no possible facts in 100 attempts");
  }

  private static ObjectNode facts(DisputeType type, Random random) {
    boolean received = type == DisputeType.NOT_AS_DESCRIBED;
    int ordered = random.nextInt(90);
    int shipped = random.nextInt(ordered + 1);
    int delivered = random.nextInt(shipped + 1);
    int reported = random.nextInt((received ? delivered : shipped) + 1);
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("disputeType", type.name()).put("asOf", DAY.toString());
    facts.put("reason", reason(type, random).name());
    maybe(facts, "desiredOutcome", one(Dispute.DesiredOutcome.values(), random), random);
    maybe(facts, "delayCause", one(Dispute.DelayCause.values(), random), random);
    maybe(facts, "replacementAvailable", random.nextBoolean(), random);
    maybe(facts, "previousReplacements", random.nextInt(2), random);
    ObjectNode order = facts.putObject("order");
    order.put("quantity", 1 + random.nextInt(4));
    order.put("unitPrice", 5 + random.nextInt(600) + ".00").put("currency", "USD");
    maybe(order, "buyerCountry", COUNTRIES.get(random.nextInt(COUNTRIES.size())), random);
    ObjectNode problem = facts.putObject("problem");
    ObjectNode shipment = facts.putObject("shipment");
    // One day at least is known.
    int known = received ? 2 : random.nextInt(3);
    day(order, "orderedOn", -ordered, known == 0 || random.nextInt(3) > 0);
    day(shipment, "shippedOn", -shipped, known == 1 || random.nextBoolean());
    day(problem, "reportedOn", -reported, known == 2 || random.nextInt(3) == 0);
    day(shipment, "deliveredOn", -delivered, received || random.nextInt(6) == 0);
    day(shipment, "latestDeliveryOn", random.nextInt(90) - 60, random.nextBoolean());
    day(shipment, "lastTrackingUpdateOn", -random.nextInt(shipped + 1), random.nextBoolean());
    day(shipment, "additionalPeriodEndsOn", random.nextInt(28) - 14, random.nextInt(8) == 0);
    day(shipment, "collectBy", random.nextInt(20) - 6, random.nextInt(6) == 0);
    carrier(shipment, random);
    ObjectNode customs = facts.putObject("customs");
    rarely(customs, "cause", one(Customs.Cause.values(), random), random);
    rarely(customs, "responsibleParty", one(Party.values(), random), random);
    maybe(problem, "defectiveQuantity", 1, random);
    rarely(problem, "missingQuantity", 1, random);
    maybe(problem, "severity", one(severities(), random), random);
    evidence(facts.putObject("evidence"), reported, random);
    return facts;
  }

  private static void carrier(ObjectNode shipment, Random random) {
    maybe(shipment, "trackingStatus", one(Shipment.TrackingStatus.values(), random), random);
    maybe(
        shipment,
        "trackingSubStatus",
        SUB_STATUSES.get(random.nextInt(SUB_STATUSES.size())),
        random);
    rarely(shipment, "proofOfDelivery", one(Shipment.ProofOfDelivery.values(), random), random);
    rarely(
        shipment,
        "carrierInvestigation",
        one(Shipment.CarrierInvestigation.values(), random),
        random);
    rarely(shipment, "addressErrorBy", one(Party.values(), random), random);
    rarely(shipment, "deliveredToOrderAddress", random.nextBoolean(), random);
    rarely(shipment, "destinationServed", random.nextBoolean(), random);
    rarely(shipment, "deliveryDateEssential", random.nextBoolean(), random);
    rarely(shipment, "parcelsDelivered", 1, random);
  }

  private static void evidence(ObjectNode evidence, int reported, Random random) {
    if (random.nextBoolean()) {
      evidence.putArray("types").add(one(Evidence.Type.values(), random).name());
      maybe(evidence, "conclusive", random.nextBoolean(), random);
    }
    if (random.nextBoolean()) {
      day(evidence, "requestedOn", -random.nextInt(reported + 1), true);
      maybe(evidence, "requests", 1 + random.nextInt(2), random);
    }
  }

  private static Reason reason(DisputeType type, Random random) {
    return one(
        Arrays.stream(Reason.values())
            .filter(reason -> reason.disputeType() == type)
            .toArray(Reason[]::new),
        random);
  }

  private static String[] severities() {
    return new String[] {"NONE", "MINOR", "MAJOR", "TOTAL"};
  }

  private static <T> T one(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  private static void day(ObjectNode facts, String name, int days, boolean known) {
    if (known) {
      facts.put(name, DAY.plusDays(days).toString());
    }
  }

  private static void maybe(ObjectNode facts, String name, Object value, Random random) {
    put(facts, name, random.nextBoolean() ? value : null);
  }

  private static void rarely(ObjectNode facts, String name, Object value, Random random) {
    put(facts, name, random.nextInt(6) == 0 ? value : null);
  }

  private static void put(ObjectNode facts, String name, @Nullable Object value) {
    if (value instanceof Boolean flag) {
      facts.put(name, flag);
    } else if (value instanceof Integer number) {
      facts.put(name, number);
    } else if (value != null) {
      facts.put(name, value.toString());
    }
  }
}
