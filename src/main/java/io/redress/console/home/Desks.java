package io.redress.console.home;

import io.redress.console.Visitor;
import io.redress.http.gate.Callers;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.ApiKey;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks up what visitors work on. */
@Singleton
class Desks {
  private static final int MAX_CANDIDATES = 30;
  private static final int MAX_KEYS = 500;
  private static final int SHOWN = 5;
  private static final Duration SOON = Duration.ofDays(30);
  private static final AuditQuery ALL_EVENTS = new AuditQuery(null, null, null, null);

  private final RuleSets ruleSets;
  private final KeyStore keys;
  private final AuditLog audit;
  private final Visitor visitor;
  private final Clock clock;

  Desks(RuleSets ruleSets, KeyStore keys, AuditLog audit, Visitor visitor, Clock clock) {
    this.ruleSets = ruleSets;
    this.keys = keys;
    this.audit = audit;
    this.visitor = visitor;
    this.clock = clock;
  }

  Desk of(RoutingContext request) {
    Activator activator = Callers.activator(request);
    Actor by = activator.actor();
    boolean edits = visitor.may(Role.EDIT);
    boolean activates = visitor.may(Role.ACTIVATE);
    List<StoredRuleSet> candidates =
        edits || activates
            ? ruleSets.page(EnumSet.of(RuleSetStatus.CANDIDATE), 0, MAX_CANDIDATES)
            : List.of();
    return new Desk(
        edits
            ? some(candidates, one -> one.createdBy().equals(by.name())).stream()
                .map(
                    one ->
                        new Desk.Candidate(
                            one, one.isReady() && !ruleSets.passesGates(one, activator)))
                .toList()
            : List.of(),
        activates
            ? some(
                candidates,
                one ->
                    one.isReady()
                        && !ruleSets.needsAnotherPerson(one, by)
                        && ruleSets.passesGates(one, activator))
            : List.of(),
        visitor.may(Role.ADMIN) ? Optional.of(access()) : Optional.empty(),
        visitor.may(Role.AUDIT) || visitor.may(Role.ADMIN)
            ? audit.page(ALL_EVENTS, 0, SHOWN).stream().map(Desk.Event::of).toList()
            : List.of());
  }

  private static List<StoredRuleSet> some(
      List<StoredRuleSet> candidates, Predicate<StoredRuleSet> wanted) {
    return candidates.stream().filter(wanted).limit(SHOWN).toList();
  }

  private Desk.Access access() {
    Instant now = clock.instant();
    List<ApiKey> valid = keys.page(0, MAX_KEYS).stream().filter(key -> key.validAt(now)).toList();
    return new Desk.Access(
        valid.size(),
        valid.stream()
            .filter(key -> key.expiresAt() != null && key.expiresAt().isBefore(now.plus(SOON)))
            .sorted(Comparator.comparing(key -> Objects.requireNonNull(key.expiresAt())))
            .limit(SHOWN)
            .toList());
  }
}
