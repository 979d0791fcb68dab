package io.redress.check.invariant;

import io.redress.check.scenario.FactTree;
import io.redress.rules.source.Place;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of trying the laws.
 *
 * @param laws how many there are
 * @param decisions how many were taken to try them
 * @param violations the laws that are broken, each with one example
 * @param notes laws of which nothing is known, because no facts were found or time ran out
 */
public record InvariantReport(
    int laws, int decisions, List<Violation> violations, List<String> notes) {
  public static final InvariantReport NONE = new InvariantReport(0, 0, List.of(), List.of());

  public InvariantReport {
    violations = List.copyOf(violations);
    notes = List.copyOf(notes);
  }

  /**
   * A law that is broken.
   *
   * @param law its id
   * @param sentence the law in words
   * @param what is wrong: what was expected, or both outcomes
   * @param facts the fewest found that show it, as they can be sent to be decided: one, or those
   *     before and after the change
   */
  public record Violation(
      Place place, String law, String sentence, String what, List<FactTree> facts) {
    private static final String SUGGESTION =
        "Mend the table that decides so, or say in the law's unless where it does not hold.";

    public Violation {
      facts = List.copyOf(facts);
    }

    /** The fault of the rule set that this is. */
    public RuleProblem problem() {
      return place.problem(ProblemCode.LAW_BROKEN, law, message(), SUGGESTION);
    }

    private String message() {
      String shown = facts.stream().map(FactTree::toString).collect(Collectors.joining(", then "));
      return law + " is broken. " + sentence + " But " + what + ". Facts: " + shown + ".";
    }

    /** Such as {@code invariants.yaml:12: lost-is-made-good is broken. ...}. */
    @Override
    public String toString() {
      return problem().toString();
    }
  }
}
