package io.redress.console.rulesets;

import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.http.gate.Callers;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Holds candidates against gates, for the pages that lead to their activation. */
@Singleton
class GatePages {
  private final RuleSets ruleSets;
  private final Visitor visitor;
  private final Messages messages;
  private final Clock clock;

  GatePages(RuleSets ruleSets, Visitor visitor, @Named("t") Messages messages, Clock clock) {
    this.ruleSets = ruleSets;
    this.visitor = visitor;
    this.messages = messages;
    this.clock = clock;
  }

  /** Empty if no gates apply. */
  Optional<GatesView> of(StoredRuleSet ruleSet, RoutingContext request) {
    return ruleSets
        .gates(ruleSet, Callers.activator(request))
        .map(
            check ->
                GatesView.of(
                    ruleSet.version(),
                    check,
                    visitor.may(Role.AUDIT),
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                    messages));
  }
}
