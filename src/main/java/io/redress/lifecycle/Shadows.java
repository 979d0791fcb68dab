package io.redress.lifecycle;

import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.ShadowStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts and ends shadows: candidates that decide beside the active rule set, without effect. */
@Singleton
public class Shadows {
  private static final Actor ITSELF = Actor.within("shadow");

  private final ShadowStore store;
  private final RuleSets ruleSets;
  private final Clock clock;

  public Shadows(ShadowStore store, RuleSets ruleSets, Clock clock) {
    this.store = store;
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /** The result of a request to start a shadow. */
  public sealed interface Result {
    /** It is at work, in each replica within two seconds. */
    record Started(Shadow shadow) implements Result {}

    /** Nothing has changed. */
    record Refused(List<Phrase> reasons) implements Result {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** Starts a shadow in the place of the one at work, if any. */
  public Result start(StoredRuleSet candidate, Actor by) {
    List<Phrase> reasons = objections(candidate);
    return reasons.isEmpty()
        ? new Result.Started(store.start(candidate.version(), now(), by))
        : new Result.Refused(reasons);
  }

  /**
   * Why a rule set cannot be a shadow; empty if it can. It has to be admitted, since rules that
   * never end or fill the memory would harm the decisions beside which they run.
   */
  public List<Phrase> objections(StoredRuleSet candidate) {
    List<Phrase> reasons = new ArrayList<>();
    switch (candidate.status()) {
      case REJECTED -> reasons.add(Phrase.of("shadow.rejected"));
      case ACTIVE -> reasons.add(Phrase.of("shadow.isActive"));
      case ARCHIVED -> reasons.add(Phrase.of("shadow.isArchived"));
      case CANDIDATE, CONTINUED, RETIRED -> {}
    }
    if (candidate.status() != RuleSetStatus.REJECTED && !candidate.activationBlockers().isEmpty()) {
      reasons.add(Phrase.of("shadow.blocked"));
    }
    if (ruleSets.find(RuleSets.ACTIVE).isEmpty()) {
      reasons.add(Phrase.of("shadow.noneActive"));
    }
    List<RuleProblem> problems = new ArrayList<>();
    if (reasons.isEmpty() && ruleSets.load(candidate, problems).isEmpty()) {
      problems.forEach(problem -> reasons.add(Phrase.of("shadow.unreadable", problem.toString())));
    }
    return reasons;
  }

  /** Stops the shadow that is at work; empty if there is none. */
  public Optional<Shadow> stop(Actor by) {
    return store.end(Shadow.Reason.STOPPED, now(), by);
  }

  /**
   * The shadow that is at work, which is ended first if its candidate was activated or archived.
   */
  public Optional<Shadow> refresh() {
    store.endOverdue(now(), ITSELF);
    return store.running();
  }

  /** The newest shadow, at work or ended. */
  public Optional<Shadow> newest() {
    return store.newest();
  }

  /** The newest shadow of a rule set, at work or ended. */
  public Optional<Shadow> newest(StoredRuleSet candidate) {
    return store.newest(candidate.version());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
