package io.redress.console.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.inquiry.Inquiry;
import io.redress.check.inquiry.Weight;
import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.TestCases;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.Reason;
import io.redress.lifecycle.RuleSets;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Determines the relevant facts under a rule set; caches the inquiries of recent rule sets. */
@Singleton
class InquiryCache {
  private static final int MAX_CACHED = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RuleSets ruleSets;
  private final Clock clock;
  private final SingleFlightCache<String, Inquiry> recent = new SingleFlightCache<>(MAX_CACHED);

  InquiryCache(RuleSets ruleSets, Clock clock) {
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /**
   * The relevant facts by dotted name; empty without a reason.
   *
   * @param facts JSON; may be incomplete or invalid
   */
  Map<String, Weight> about(byte[] facts, RuleSet rules) {
    Optional<Reason> reason = reason(facts);
    if (reason.isEmpty()) {
      return Map.of();
    }
    Inquiry inquiry = inquiry(rules);
    return DisputeReader.read(
            facts, rules.customFacts(), country -> rules.today(country, clock.instant()))
        .fold(
            dispute -> inquiry.about(reason.get(), FactTree.of(dated(dispute, rules))),
            problems -> inquiry.about(reason.get()));
  }

  private Dispute dated(Dispute dispute, RuleSet rules) {
    LocalDate day =
        Objects.requireNonNullElseGet(
            dispute.asOf(),
            () -> rules.today(dispute.order().sellerCountryOrDefault(), clock.instant()));
    return dispute.on(day, Objects.requireNonNullElse(dispute.disputeId(), "inquiry"));
  }

  private Inquiry inquiry(RuleSet rules) {
    return recent.get(rules.id().hash(), hash -> new Inquiry(rules, cases(rules), TestCases.DAY));
  }

  private List<Dispute> cases(RuleSet rules) {
    return ruleSets
        .find(rules.id().version())
        .map(stored -> TestCases.of(ruleSets.contents(stored), new ArrayList<>()).disputes())
        .orElse(List.of());
  }

  private static Optional<Reason> reason(byte[] facts) {
    try {
      JsonNode json = JSON.readTree(facts);
      String word = json instanceof ObjectNode object ? object.path("reason").asText() : "";
      return Arrays.stream(Reason.values()).filter(one -> one.name().equals(word)).findFirst();
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }
}
