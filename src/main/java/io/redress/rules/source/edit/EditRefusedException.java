package io.redress.rules.source.edit;

import io.redress.rules.source.Place;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;

/** An edit that cannot be made without losing something; the workbook stays as it was. */
public final class EditRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient RuleProblem problem;

  EditRefusedException(RuleProblem problem) {
    super(problem.toString(), null, false, false);
    this.problem = problem;
  }

  /**
   * @param place that refers to the rows
   * @param reference as it is written there
   * @param why a sentence without its full stop
   */
  static EditRefusedException referring(Place place, String reference, String why) {
    return new EditRefusedException(
        place.problem(
            ProblemCode.REFERENCE_LOST,
            reference,
            why + ".",
            "Change or delete it in a spreadsheet program first."));
  }

  /** The reason, with its place. */
  public RuleProblem problem() {
    return problem;
  }
}
