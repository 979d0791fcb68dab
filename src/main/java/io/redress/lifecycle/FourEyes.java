package io.redress.lifecycle;

import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.PrincipalNames;
import io.redress.security.access.Protection;
import io.redress.security.audit.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Four-eyes principle: the author of a rule set may not activate it, if access is protected and
 * {@code redress.four-eyes} is on. Rolling back to a rule set that was active is allowed, and so
 * are rule sets from the folder, to which only engineers have access.
 */
@Singleton
final class FourEyes {
  private final BooleanSupplier on;

  FourEyes(BooleanSupplier on) {
    this.on = on;
  }

  @Inject
  FourEyes(Protection protection, @ConfigProperty(name = "redress.four-eyes") boolean wanted) {
    this(() -> wanted && !protection.open());
  }

  /** Why the actor may not activate a rule set; empty if allowed. */
  Optional<String> objection(StoredRuleSet ruleSet, Actor by) {
    boolean onesOwn = PrincipalNames.confusable(ruleSet.createdBy(), by.name()) && !by.fromInside();
    return on.getAsBoolean() && onesOwn && ruleSet.status() == RuleSetStatus.CANDIDATE
        ? Optional.of("You sent it yourself. Ask another person to review and activate it.")
        : Optional.empty();
  }
}
