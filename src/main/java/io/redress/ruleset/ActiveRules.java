package io.redress.ruleset;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The rule set that decides now. */
@Singleton
public class ActiveRules {
  private final AtomicReference<@Nullable RuleSet> current = new AtomicReference<>();

  /** The rule set that decides now; empty until one was activated. */
  public Optional<RuleSet> current() {
    return Optional.ofNullable(current.get());
  }

  public void activate(RuleSet rules) {
    current.set(rules);
  }
}
