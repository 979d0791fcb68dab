package io.redress.rules.letter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.Customs;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Feedback;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Disputes as sellers have them, the same for every run: facts that fit together, many of them
 * unknown, with names, tracking numbers and articles.
 */
public final class SeededDisputes {
  static final String TRACKING_NUMBER = "RBCDEFGHCN";
  static final String TRACKING_URL = "https://track.example/RBCDEFGHCN";

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final List<String> SUB_STATUSES =
      List.of(
          "InTransit_PickedUp",
          "InTransit_CustomsProcessing",
          "InTransit_CustomsRequiringInformation",
          "Exception_Lost",
          "Exception_Damage",
          "Exception_Destroyed",
          "Exception_NoBody",
          "Exception_Cancel",
          "Exception_Security",
          "Exception_Delayed",
          "Exception_Returning",
          "Exception_Returned",
          "Exception_Rejected",
          "DeliveryFailure_InvalidAddress",
          "DeliveryFailure_NoBody",
          "DeliveryFailure_Rejected");

  private final Random random;

  private SeededDisputes(long seed) {
    this.random = new Random(seed);
  }

  /** Returns disputes without end; facts that contradict each other are left out. */
  public static Stream<Dispute> from(long seed) {
    SeededDisputes disputes = new SeededDisputes(seed);
    return Stream.generate(disputes::next).flatMap(Optional::stream);
  }

  private Optional<Dispute> next() {
    LocalDate asOf = FIRST_DAY.plusDays(random.nextInt(330));
    byte[] facts = facts(asOf).toString().getBytes(StandardCharsets.UTF_8);
    return DisputeReader.read(facts, country -> asOf)
        .fold(dispute -> Optional.of(dispute.on(asOf, "seeded")), problems -> Optional.empty());
  }

  private ObjectNode facts(LocalDate asOf) {
    Reason reason = any(Reason.values());
    boolean received = reason.disputeType() == DisputeType.NOT_AS_DESCRIBED;
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("disputeType", reason.disputeType().name());
    facts.put("reason", reason.name());
    facts.put("asOf", asOf.toString());
    perhaps(facts, "desiredOutcome", Dispute.DesiredOutcome.values());
    perhaps(facts, "delayCause", Dispute.DelayCause.values());
    if (oneIn(2)) {
      facts.put("replacementAvailable", !oneIn(3));
    }
    if (oneIn(6)) {
      facts.put("previousReplacements", 1);
    }
    LocalDate ordered = asOf.minusDays(random.nextInt(oneIn(4) ? 220 : 60));
    LocalDate shipped = ordered.plusDays(1 + random.nextInt(5));
    boolean hasLeft = !shipped.isAfter(asOf) && reason != Reason.NOT_SHIPPED;
    int quantity = oneIn(2) ? 1 : 2 + random.nextInt(19);
    order(facts.putObject("order"), ordered, quantity);
    shipment(facts.putObject("shipment"), asOf, ordered, hasLeft ? shipped : asOf, received);
    customs(facts.putObject("customs"), reason);
    problem(facts.putObject("problem"), asOf, quantity, received);
    evidence(facts.putObject("evidence"), asOf);
    if (oneIn(2)) {
      facts.putObject("buyer").put("name", "Anna Schmidt");
      facts.putObject("seller").put("name", "Blue Silk Store");
    }
    if (oneIn(12)) {
      facts.putObject("feedback").put("rating", any(Feedback.Rating.values()).name());
    }
    if (oneIn(8)) {
      facts
          .putArray("granted")
          .addObject()
          .put("type", any("PARTIAL_REFUND", "REPLACEMENT", "NEXT_ORDER_DISCOUNT"))
          .put("amount", "3.00")
          .put("status", any("OFFERED", "PROMISED", "DONE", "REFUSED"));
    }
    return facts;
  }

  private void order(ObjectNode order, LocalDate ordered, int quantity) {
    if (!oneIn(5)) {
      order.put("orderedOn", ordered.toString());
    }
    if (oneIn(2)) {
      order.put("item", "a desk lamp");
    }
    if (!oneIn(4)) {
      order.put("quantity", quantity);
    }
    if (!oneIn(3)) {
      order.put("unitPrice", any("3.20", "18.00", "64.50", "412.00"));
      order.put("currency", any("USD", "EUR", "GBP", "BRL"));
      if (oneIn(2)) {
        order.put("shippingFee", any("0.00", "6.00"));
      }
    }
    if (!oneIn(3)) {
      order.put("buyerCountry", any("US", "DE", "FR", "GB", "BR", "RU", "TW", "PT"));
    }
    if (oneIn(5)) {
      order.put("sellerCountry", any("DE", "US", "VN"));
    }
  }

  private void shipment(
      ObjectNode shipment, LocalDate asOf, LocalDate ordered, LocalDate shipped, boolean received) {
    LocalDate promised = ordered.plusDays(8 + random.nextInt(50));
    boolean hasLeft = shipped.isBefore(asOf);
    if (hasLeft && !oneIn(4)) {
      shipment.put("shippedOn", shipped.toString());
    }
    if (oneIn(2)) {
      shipment.put("latestDeliveryOn", promised.toString());
    }
    LocalDate delivered = shipped.plusDays(1 + random.nextInt(40));
    boolean arrived = delivered.isBefore(asOf) && (received ? !oneIn(4) : oneIn(5));
    if (arrived) {
      shipment.put("deliveredOn", delivered.toString());
      perhaps(shipment, "proofOfDelivery", Shipment.ProofOfDelivery.values());
      perhaps(shipment, "deliveredToOrderAddress", true, false);
    } else if (hasLeft && !received) {
      perhaps(shipment, "trackingStatus", Shipment.TrackingStatus.values());
      if (oneIn(3)) {
        shipment.put("trackingSubStatus", any(SUB_STATUSES.toArray(String[]::new)));
      }
      perhaps(shipment, "carrierInvestigation", Shipment.CarrierInvestigation.values());
      if (oneIn(8)) {
        shipment.put("parcelsTotal", 3).put("parcelsDelivered", random.nextInt(3));
      }
    }
    if (hasLeft && oneIn(2)) {
      shipment.put("carrier", "China Post");
      shipment.put("trackingNumber", TRACKING_NUMBER);
      shipment.put("trackingUrl", TRACKING_URL);
    }
    if (oneIn(6)) {
      shipment.put("addressErrorBy", any(Party.values()).name());
    }
    perhapsSeldom(shipment, "weightMatchesFullOrder");
    perhapsSeldom(shipment, "destinationServed");
    perhapsSeldom(shipment, "deliveryDateEssential");
  }

  private void customs(ObjectNode customs, Reason reason) {
    if (reason == Reason.CUSTOMS_DETAINED || oneIn(20)) {
      perhaps(customs, "cause", Customs.Cause.values());
      perhaps(customs, "responsibleParty", Party.values());
    }
  }

  private void problem(ObjectNode problem, LocalDate asOf, int quantity, boolean received) {
    if (oneIn(3)) {
      problem.put("reportedOn", asOf.minusDays(random.nextInt(6)).toString());
    }
    if (oneIn(2)) {
      problem.put(received ? "defectiveQuantity" : "missingQuantity", 1 + random.nextInt(quantity));
    }
    if (received) {
      perhaps(problem, "severity", "NONE", "MINOR", "MAJOR", "TOTAL");
      if (oneIn(3)) {
        problem.put("measuredDeviationCm", any("1.5", "4.0"));
      }
      if (oneIn(25)) {
        problem.put("safetyHazard", true);
      }
    }
  }

  private void evidence(ObjectNode evidence, LocalDate asOf) {
    var types = evidence.putArray("types");
    Stream.of("PHOTO", "VIDEO", "DOCUMENT").filter(type -> oneIn(2)).forEach(types::add);
    if (oneIn(6)) {
      evidence.put("conclusive", false);
    }
    if (oneIn(3)) {
      evidence.put("requestedOn", asOf.minusDays(random.nextInt(60)).toString());
    }
  }

  private void perhaps(ObjectNode facts, String name, Object... values) {
    if (oneIn(2)) {
      Object value = any(values);
      if (value instanceof Boolean truth) {
        facts.put(name, truth);
      } else {
        facts.put(name, value.toString());
      }
    }
  }

  private void perhapsSeldom(ObjectNode facts, String name) {
    if (oneIn(8)) {
      facts.put(name, random.nextBoolean());
    }
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
