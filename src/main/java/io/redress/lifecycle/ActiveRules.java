package io.redress.lifecycle;

import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rule set that decides now: one reference, so that no decision ever mixes two. */
@Singleton
public class ActiveRules {
  private final AtomicReference<@Nullable RuleSet> current = new AtomicReference<>();
  private final List<Consumer<RuleSet>> followers = new CopyOnWriteArrayList<>();
  private volatile @Nullable String alarm;

  /** Empty until a rule set was activated. */
  public Optional<RuleSet> current() {
    return Optional.ofNullable(current.get());
  }

  /** Has somebody told, now and whenever another rule set decides. */
  public void follow(Consumer<RuleSet> follower) {
    followers.add(follower);
    current().ifPresent(follower);
  }

  /** Lets a rule set decide from now on; decisions under way end with the one they began with. */
  public void activate(RuleSet rules) {
    current.set(rules);
    followers.forEach(follower -> follower.accept(rules));
  }

  /** Why another rule set should decide, but can not; empty when all is well. */
  public Optional<String> alarm() {
    return Optional.ofNullable(alarm);
  }

  /** Raises the alarm, or lets it go when null. */
  void alarm(@Nullable String why) {
    alarm = why;
  }
}
