package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what would change a decision. */
public final class WhatIf {
  /** Decisions that are tried at most. */
  public static final int MAX_DECISIONS = 20_000;

  /** Of these, those that are kept back to find what the decision hangs on. */
  private static final int FOR_DEPENDENCES = 5_000;

  private final RuleSet rules;
  private final Dispute dispute;
  private final Locale locale;
  private final Trials trials;
  private final FactTree facts;
  private final Geometry geometry;

  private WhatIf(RuleSet rules, Dispute dispute, Locale locale, Duration time) {
    this.rules = rules;
    this.dispute = dispute;
    this.locale = locale;
    this.trials = new Trials(rules, MAX_DECISIONS, time);
    this.facts = FactTree.of(dispute);
    this.geometry = new Geometry(rules, trials);
  }

  /**
   * @param dispute with its id and {@code asOf}
   * @param goal null to ask only what the decision hangs on
   * @param locale the language of the sentences; English where there are none in it
   * @param time how long the search may take; what was found by then is the answer
   */
  public static WhatIfAnswer ask(
      RuleSet rules, Dispute dispute, @Nullable Goal goal, Locale locale, Duration time) {
    return new WhatIf(rules, dispute, locale, time).answer(goal);
  }

  private WhatIfAnswer answer(@Nullable Goal goal) {
    Decision before = rules.decideWithoutLetter(dispute);
    Boolean reached = goal == null ? null : goal.reachedBy(before);
    List<Option> options = List.of();
    boolean complete = true;
    if (goal != null && Boolean.FALSE.equals(reached)) {
      List<Move> moves = Moves.of(dispute, facts, geometry, rules.tables().terms());
      Search search = new Search(facts, moves, goal, trials, FOR_DEPENDENCES);
      options = search.hits().stream().map(hit -> option(hit, before)).toList();
      complete = search.complete();
    }
    Dependences dependences = new Dependences(facts, before, geometry, trials);
    dependences.tryAll(rules.tables().terms().all());
    complete &= dependences.complete();
    return new WhatIfAnswer(
        rules.id(),
        before.asOf(),
        before.resolution(),
        locale,
        reached,
        options,
        dependences.found(),
        dependences.stable(),
        trials.count(),
        trials.limit(),
        complete,
        sentence(reached, options.size(), complete).in(locale));
  }

  private Option option(Search.Hit hit, Decision before) {
    Map<String, FactChange> changes = new LinkedHashMap<>();
    FactTree changed = facts;
    for (Move move : hit.moves()) {
      changed = move.applied(changed);
      JsonNode from = facts.value(move.fact());
      changes.put(
          move.fact(),
          new FactChange(
              FactChange.pointer(move.fact()),
              from.isMissingNode() ? null : from,
              changed.value(move.fact()),
              move.by()));
    }
    return new Option(
        List.copyOf(changes.values()),
        hit.decision(),
        Difference.between(before, hit.decision(), rules.tables()).in(locale));
  }

  private static Phrase sentence(@Nullable Boolean reached, int options, boolean complete) {
    if (Boolean.TRUE.equals(reached)) {
      return Phrase.of("insight.reached");
    }
    if (!complete) {
      return Phrase.of("insight.limit", options);
    }
    if (reached == null) {
      return Phrase.of("insight.noGoal");
    }
    return options == 0 ? Phrase.of("insight.none") : Phrase.of("insight.options", options);
  }
}
