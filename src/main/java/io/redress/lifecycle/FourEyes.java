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
 * Whether whoever sent a rule set may let it decide, too: not where access is protected, unless
 * {@code redress.four-eyes} is off. What decided once was seen by two, so anybody may roll back to
 * it; and what the folder holds, an engineer put on the machine itself.
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

  /** Why the actor may not be the one who lets a rule set decide; empty when he may. */
  Optional<String> objection(StoredRuleSet ruleSet, Actor by) {
    boolean onesOwn = PrincipalNames.confusable(ruleSet.createdBy(), by.name()) && !by.fromInside();
    return on.getAsBoolean() && onesOwn && ruleSet.status() == RuleSetStatus.CANDIDATE
        ? Optional.of("You sent it yourself. Have somebody else look at it and activate it.")
        : Optional.empty();
  }
}
