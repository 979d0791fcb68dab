package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.dispute.ActionType;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that fire, in order, and what each of them contributes to the decision. */
final class Trace {
  private final List<Step> steps = new ArrayList<>();

  /** The rule in DRL that runs now. */
  private @Nullable Step rule;

  void rule(RuleSource source) {
    rule = add(new Step(source, List.of()));
  }

  Step row(Row row) {
    Step step = add(new Step(row.source(), row.tested()));
    row.outcomes().forEach(outcome -> step.set(outcome.term(), outcome.value()));
    return step;
  }

  private Step add(Step step) {
    steps.add(step);
    return step;
  }

  /** Records an outcome of the rule in DRL that runs now. */
  void set(Term term, Object value) {
    if (rule != null) {
      rule.set(term, value);
    }
  }

  /** Records an action that the rule in DRL that runs now adds, and its code. */
  void added(ActionType action, String why) {
    if (rule != null) {
      rule.added(action);
      rule.set(Outcomes.WHY, why);
    }
  }

  /** Returns all rules that fired, each with its effect. */
  List<TraceEntry> entries(Outcomes outcomes) {
    Map<Term, Step> setters = setters();
    Set<Term> asked = new HashSet<>();
    List<TraceEntry> entries = new ArrayList<>();
    // Backwards: a value that only decides which row of another table answers is a contribution
    // if that row contributes.
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Map<String, Object> effect = step.effect(setters, asked, outcomes);
      if (!effect.isEmpty()) {
        asked.addAll(step.tested);
      }
      entries.add(0, new TraceEntry(step.source, effect));
    }
    return entries;
  }

  /** Returns the step that gave each term its final value. */
  private Map<Term, Step> setters() {
    Map<Term, Step> setters = new HashMap<>();
    Map<Term, Object> values = new HashMap<>();
    for (Step step : steps) {
      step.values.forEach(
          (term, value) -> {
            if (!value.equals(values.put(term, value))) {
              setters.put(term, step);
            }
          });
    }
    return setters;
  }

  /** A rule that fired. */
  static final class Step {
    private final RuleSource source;
    private final List<Term> tested;
    private final Map<Term, Object> values = new LinkedHashMap<>();
    private final Set<String> actions = new LinkedHashSet<>();

    private Step(RuleSource source, List<Term> tested) {
      this.source = source;
      this.tested = tested;
    }

    private void set(Term term, Object value) {
      values.put(term, value);
    }

    /** Records an action that was not there before. */
    void added(ActionType action) {
      actions.add(action.name());
    }

    private Map<String, Object> effect(
        Map<Term, Step> setters, Set<Term> asked, Outcomes outcomes) {
      boolean resolves = setters.get(Outcomes.RESOLUTION) == this;
      boolean acts = outcomes.actions().stream().map(Enum::name).anyMatch(actions::contains);
      Map<String, Object> effect = new LinkedHashMap<>();
      values.forEach(
          (term, value) -> {
            boolean counts;
            if (term.equals(Outcomes.ACTIONS)) {
              counts = acts && !further(value, outcomes).isEmpty();
            } else if (term.equals(Outcomes.WHAT) || term.equals(Outcomes.WHY)) {
              counts = resolves || acts;
            } else {
              counts = setters.get(term) == this && changes(term, value, asked, outcomes);
            }
            if (counts) {
              effect.put(
                  term.name(), term.equals(Outcomes.ACTIONS) ? further(value, outcomes) : value);
            }
          });
      return effect;
    }

    /** Returns the actions of a list that were not there before and are still there. */
    private List<String> further(Object list, Outcomes outcomes) {
      return ((Set<?>) list)
          .stream()
              .map(String.class::cast)
              .filter(actions::contains)
              .filter(action -> outcomes.actions().contains(ActionType.valueOf(action)))
              .toList();
    }

    private static boolean changes(Term term, Object value, Set<Term> asked, Outcomes outcomes) {
      if (Outcomes.INTERMEDIATE.contains(term)) {
        return asked.contains(term);
      }
      if (term.equals(Outcomes.MAXIMUM_DISCOUNT)) {
        BigDecimal offered = outcomes.nextOrderDiscountPercent();
        return offered != null && offered.compareTo((BigDecimal) value) > 0;
      }
      if (term.equals(Outcomes.DISCOUNT)) {
        return ((BigDecimal) value).signum() > 0;
      }
      return !Outcomes.OF_REFUNDS.contains(term)
          || Objects.requireNonNull(outcomes.resolution()).refunds();
    }
  }
}
