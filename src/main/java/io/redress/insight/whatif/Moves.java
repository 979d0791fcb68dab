package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.check.scenario.FactTree;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Shipment.CarrierInvestigation;
import io.redress.domain.dispute.Shipment.ProofOfDelivery;
import io.redress.domain.dispute.Shipment.TrackingStatus;
import io.redress.rules.table.Term;
import io.redress.rules.table.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can still happen to a dispute. Facts that are not here never change: what was ordered and
 * paid, what has happened, and when.
 */
final class Moves {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The efforts of actors are far apart, so that a deed of the buyer is nearer than a wait. */
  private static final int APART = 10_000;

  private static final int MAX_DAYS = 400;

  /** Days until which waiting is tried, so that sets of moves stay few. */
  private static final int MAX_WAITS = 100;

  private static final String INVESTIGATION = "shipment.carrierInvestigation";

  private static final Set<TrackingStatus> BEFORE_TRANSIT =
      EnumSet.of(TrackingStatus.NOT_FOUND, TrackingStatus.INFO_RECEIVED);

  private static final Set<CarrierInvestigation> RESULTS =
      EnumSet.of(
          CarrierInvestigation.LOST, CarrierInvestigation.NO_PROOF, CarrierInvestigation.DELIVERED);

  private final Dispute dispute;
  private final FactTree facts;
  private final Geometry geometry;
  private final Terms terms;
  private final List<Move> moves = new ArrayList<>();

  private Moves(Dispute dispute, FactTree facts, Geometry geometry, Terms terms) {
    this.dispute = dispute;
    this.facts = facts;
    this.geometry = geometry;
    this.terms = terms;
  }

  /** Returns all that can happen, the nearest first. */
  static List<Move> of(Dispute dispute, FactTree facts, Geometry geometry, Terms terms) {
    Moves found = new Moves(dispute, facts, geometry, terms);
    found.ofBuyer();
    found.ofSeller();
    if (dispute.disputeType() == DisputeType.NOT_RECEIVED) {
      found.ofCarrier();
    }
    found.ofTime();
    found.moves.sort(Comparator.comparingInt(Move::effort));
    return found.moves;
  }

  private void ofBuyer() {
    Evidence evidence = dispute.evidence();
    for (Evidence.Type type : Evidence.Type.values()) {
      if (!evidence.types().contains(type)) {
        moves.add(
            new Move("evidence.types", text(type), true, Actor.BUYER, effort(Actor.BUYER, type)));
      }
    }
    if (Boolean.FALSE.equals(evidence.conclusive())) {
      add("evidence.conclusive", JSON.booleanNode(true), Actor.BUYER, 10);
    }
    for (Dispute.DesiredOutcome wish : Dispute.DesiredOutcome.values()) {
      if (wish != dispute.desiredOutcome()) {
        add("desiredOutcome", text(wish), Actor.BUYER, 20 + wish.ordinal());
      }
    }
    addLowerClaims();
  }

  private void addLowerClaims() {
    BigDecimal claimed = dispute.claimedAmount();
    if (claimed != null) {
      List<JsonNode> lower =
          geometry.near(facts, term("claimedAmount")).stream()
              .filter(amount -> new BigDecimal(amount.asText()).compareTo(claimed) < 0)
              .toList();
      for (int i = 0; i < lower.size(); i++) {
        add("claimedAmount", lower.get(lower.size() - 1 - i), Actor.BUYER, 30 + i);
      }
    }
  }

  private void ofSeller() {
    if (!Boolean.TRUE.equals(dispute.replacementAvailable())) {
      add("replacementAvailable", JSON.booleanNode(true), Actor.SELLER, 0);
    }
    CarrierInvestigation state = dispute.shipment().carrierInvestigation();
    boolean received = dispute.disputeType() != DisputeType.NOT_RECEIVED;
    if (!received && (state == null || state == CarrierInvestigation.NOT_STARTED)) {
      add(INVESTIGATION, text(CarrierInvestigation.OPEN), Actor.SELLER, 1);
    }
  }

  private void ofCarrier() {
    CarrierInvestigation state = dispute.shipment().carrierInvestigation();
    if (state == null || !RESULTS.contains(state)) {
      RESULTS.forEach(result -> add(INVESTIGATION, text(result), Actor.CARRIER, result.ordinal()));
    }
    ProofOfDelivery proof = dispute.shipment().proofOfDelivery();
    for (ProofOfDelivery better : ProofOfDelivery.values()) {
      boolean more = proof == null ? better.ordinal() > 0 : better.compareTo(proof) > 0;
      if (more) {
        add("shipment.proofOfDelivery", text(better), Actor.CARRIER, 10 + better.ordinal());
      }
    }
    Boolean served = dispute.shipment().destinationServed();
    if (served != null) {
      add("shipment.destinationServed", JSON.booleanNode(!served), Actor.CARRIER, 20);
    }
    if (dispute.shipment().trackingSubStatus() == null) {
      addTracking(dispute.shipment().trackingStatus());
    }
  }

  /** A parcel that was delivered stays so, and one that is under way was handed over. */
  private void addTracking(@Nullable TrackingStatus now) {
    for (TrackingStatus next : TrackingStatus.values()) {
      boolean onward =
          now == null || (BEFORE_TRANSIT.contains(next) ? next.compareTo(now) > 0 : next != now);
      if (onward && now != TrackingStatus.DELIVERED) {
        add("shipment.trackingStatus", text(next), Actor.CARRIER, 30 + next.ordinal());
      }
    }
  }

  private void ofTime() {
    LocalDate today = facts.asOf();
    int tried = 0;
    for (JsonNode day : geometry.places(facts, term(FactTree.AS_OF))) {
      long days = ChronoUnit.DAYS.between(today, LocalDate.parse(day.textValue()));
      if (days > 0 && days <= MAX_DAYS && tried++ < MAX_WAITS) {
        add(FactTree.AS_OF, day, Actor.TIME, (int) days);
      }
    }
  }

  private Term term(String name) {
    return terms.named(name).orElseThrow();
  }

  private void add(String fact, JsonNode value, Actor by, int step) {
    moves.add(new Move(fact, value, false, by, by.ordinal() * APART + step));
  }

  private static int effort(Actor by, Enum<?> step) {
    return by.ordinal() * APART + step.ordinal();
  }

  private static JsonNode text(Enum<?> word) {
    return JSON.textNode(word.name());
  }
}
