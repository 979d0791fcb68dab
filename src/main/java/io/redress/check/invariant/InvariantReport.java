package io.redress.check.invariant;

import io.redress.check.scenario.FactTree;
import io.redress.rules.source.Place;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of checking the laws.
 *
 * @param laws number of laws
 * @param decisions number of decisions on which they were checked
 * @param violations violated laws, each with one counterexample
 * @param notes laws that were not checked, because no facts met their conditions or time ran out
 */
public record InvariantReport(
    int laws, int decisions, List<Violation> violations, List<String> notes) {
  public static final InvariantReport NONE = new InvariantReport(0, 0, List.of(), List.of());

  public InvariantReport {
    violations = List.copyOf(violations);
    notes = List.copyOf(notes);
  }

  /**
   * A violated law with a counterexample.
   *
   * @param law id of the law
   * @param sentence the law in words
   * @param what the violation: what was expected, or both outcomes
   * @param facts the counterexample, shrunk, as it can be sent to be decided: one, or those before
   *     and after the change
   */
  public record Violation(
      Place place, String law, String sentence, String what, List<FactTree> facts) {
    private static final String SUGGESTION =
        "Correct the table that decides this, or add the exception to the law's unless.";

    public Violation {
      facts = List.copyOf(facts);
    }

    /** This violation as a problem of the rule set. */
    public RuleProblem problem() {
      return place.problem(ProblemCode.LAW_BROKEN, law, message(), SUGGESTION);
    }

    private String message() {
      String shown = facts.stream().map(FactTree::toString).collect(Collectors.joining(", then "));
      return law + " is violated. " + sentence + " But " + what + ". Facts: " + shown + ".";
    }

    /** One line, such as {@code invariants.yaml:12: lost-is-made-good is violated. ...}. */
    @Override
    public String toString() {
      return problem().toString();
    }
  }
}
