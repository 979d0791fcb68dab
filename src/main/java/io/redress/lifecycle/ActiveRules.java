package io.redress.lifecycle;

import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the active rule set in one reference, so that no decision ever mixes two. */
@Singleton
public class ActiveRules {
  private final AtomicReference<@Nullable RuleSet> current = new AtomicReference<>();
  private final List<Consumer<RuleSet>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable String alarm;

  /** The active rule set; empty until one is activated. */
  public Optional<RuleSet> current() {
    return Optional.ofNullable(current.get());
  }

  /** Registers a listener; it is called at once and on every activation. */
  public void addListener(Consumer<RuleSet> listener) {
    listeners.add(listener);
    current().ifPresent(listener);
  }

  /** Makes a rule set active; decisions in progress continue with the former one. */
  public void activate(RuleSet rules) {
    current.set(rules);
    listeners.forEach(listener -> listener.accept(rules));
  }

  /** Why the rule set that should be active cannot be used; empty if it is active. */
  public Optional<String> alarm() {
    return Optional.ofNullable(alarm);
  }

  /** Sets the alarm; null clears it. */
  void alarm(@Nullable String why) {
    alarm = why;
  }
}
