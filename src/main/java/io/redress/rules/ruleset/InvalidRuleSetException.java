package io.redress.rules.ruleset;

import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A rule set cannot be loaded. The message lists all problems with their places, one a line. */
public final class InvalidRuleSetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<RuleProblem> problems;

  InvalidRuleSetException(List<RuleProblem> problems) {
    super(
        problems.stream()
            .map(RuleProblem::toString)
            .collect(Collectors.joining("\n", "The rule set cannot be loaded:\n", "")));
    this.problems = List.copyOf(problems);
  }

  /** The problems, at least one; of very many of a kind only the first ones. */
  public List<RuleProblem> problems() {
    return problems;
  }
}
