package io.redress.ruleset;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The rule set that decides now: one reference, so that no decision ever mixes two. */
@Singleton
public class ActiveRules {
  private final AtomicReference<@Nullable RuleSet> current = new AtomicReference<>();

  /** Empty until a rule set was activated. */
  public Optional<RuleSet> current() {
    return Optional.ofNullable(current.get());
  }

  /** Lets a rule set decide from now on; decisions under way end with the one they began with. */
  public void activate(RuleSet rules) {
    current.set(rules);
  }
}
