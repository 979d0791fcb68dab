package io.redress.http.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.redress.domain.decision.DecisionId;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.domain.dispute.ReadResult;
import io.redress.http.decide.DecisionService;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RefusedFacts;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.OpenedDecision;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.access.Role;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the facts and the rule set that a request is about, as far as the caller may see them. */
@Singleton
public class Subjects {
  private static final String FACTS = "/facts";

  private final DecisionService decisions;
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final JournalSearch journal;
  private final SecurityIdentity caller;
  private final Clock clock;

  Subjects(
      DecisionService decisions,
      RuleSets ruleSets,
      RuleSetLookup lookup,
      JournalSearch journal,
      SecurityIdentity caller,
      Clock clock) {
    this.decisions = decisions;
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Reads the body of a request.
   *
   * @throws RefusedFacts with all its problems
   */
  static <R> R read(InputStream body, Class<R> type) {
    List<FactProblem> problems = new ArrayList<>();
    Optional<R> request = DisputeReader.request(DecisionService.read(body), type, problems);
    refuse(problems);
    return request.orElseThrow();
  }

  /** Refuses a request that has problems. */
  static void refuse(List<FactProblem> problems) {
    if (!problems.isEmpty()) {
      throw new RefusedFacts(problems);
    }
  }

  /**
   * @param facts null if the request names a decision
   * @param decisionId null if the request has facts
   * @param version null for the rule set that decided, or else the active one
   * @throws RefusedFacts when the facts have problems, by pointers in the whole body
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when there is no such decision or rule set,
   *     or the caller may not see it
   */
  public Subject find(
      @Nullable ObjectNode facts, @Nullable String decisionId, @Nullable String version) {
    if ((facts == null) == (decisionId == null)) {
      throw refused("", "request.factsOrDecision");
    }
    Instant now = clock.instant();
    if (facts != null) {
      require("Explaining facts requires the role decide.", Role.DECIDE);
      return subject(version == null ? decisions.activeRules() : rules(version), facts, now);
    }
    require("Explaining recorded decisions requires the role audit.", Role.AUDIT);
    OpenedDecision kept = kept(String.valueOf(decisionId));
    String wanted = version == null ? kept.entry().decided().ruleSet() : version;
    return subject(rules(wanted), kept.facts(), kept.entry().decided().decidedAt());
  }

  private void require(String why, String... roles) {
    if (Stream.of(roles).noneMatch(caller::hasRole)) {
      throw ProblemType.FORBIDDEN.with(why);
    }
  }

  private OpenedDecision kept(String decisionId) {
    UUID id =
        DecisionId.parse(decisionId)
            .orElseThrow(() -> refused("/decisionId", "request.notDecisionId"));
    return journal
        .find(id)
        .map(OpenedDecision::of)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. GET /v1/decisions lists all decisions."));
  }

  private RuleSet rules(String version) {
    if (version.equals(RuleSets.ACTIVE)) {
      return decisions.activeRules();
    }
    require(
        "Your role can explain by the active rules only.", Role.EDIT, Role.ACTIVATE, Role.AUDIT);
    StoredRuleSet found = lookup.find(version);
    return ruleSets
        .load(found, new ArrayList<>())
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "Rule set " + found.version() + " cannot be read. Choose another version."));
  }

  private static Subject subject(RuleSet rules, ObjectNode facts, Instant now) {
    ReadResult read =
        DisputeReader.read(facts, rules.customFacts(), country -> rules.today(country, now));
    Dispute dispute =
        read.fold(
            one -> one,
            problems -> {
              throw new RefusedFacts(problems.stream().map(Subjects::inBody).toList());
            });
    return new Subject(rules, rules.complete(dispute, now, () -> UUID.randomUUID().toString()));
  }

  private static FactProblem inBody(FactProblem problem) {
    return new FactProblem(problem.kind(), FACTS + problem.pointer(), problem.message());
  }

  private static RefusedFacts refused(String pointer, String key) {
    return new RefusedFacts(
        List.of(new FactProblem(FactProblem.Kind.MALFORMED, pointer, Phrase.of(key))));
  }
}
