package io.redress.rules.ruleset;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.FactProblem;
import java.util.List;
import java.util.function.Function;

/** A decision, or the problems for which the facts were refused. */
public sealed interface DecideResult {

  /** Applies one of two functions, depending on which it is. */
  <T> T fold(Function<Decision, T> whenDecided, Function<List<FactProblem>, T> whenRefused);

  /** The facts are valid. */
  record Decided(Decision decision) implements DecideResult {
    @Override
    public <T> T fold(
        Function<Decision, T> whenDecided, Function<List<FactProblem>, T> whenRefused) {
      return whenDecided.apply(decision);
    }
  }

  /** The facts are invalid. */
  record Refused(List<FactProblem> problems) implements DecideResult {
    public Refused {
      problems = List.copyOf(problems);
    }

    @Override
    public <T> T fold(
        Function<Decision, T> whenDecided, Function<List<FactProblem>, T> whenRefused) {
      return whenRefused.apply(problems);
    }
  }
}
