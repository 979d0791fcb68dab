package io.redress.invariant;

import io.redress.dispute.Closest;
import io.redress.expectation.ExpectationReader;
import io.redress.source.ProblemCode;
import io.redress.source.RuleProblem;
import io.redress.source.Written;
import java.util.Collection;
import java.util.List;

/**
 * Takes what is wrong with one law.
 *
 * @param written the law
 * @param problems those of all laws
 */
record LawFaults(Written written, List<RuleProblem> problems) {

  void add(String pointer, ProblemCode code, String message, String suggestion) {
    problems.add(written.at(pointer).problem(code, null, message, suggestion));
  }

  /** Of a word that says nothing where it stands. */
  void unknown(String pointer, String word, Collection<String> known, String where) {
    add(
        pointer,
        ProblemCode.UNKNOWN_NAME,
        word + " says nothing " + where + ".",
        Closest.advice(word, known));
  }

  /** Reads what the law says of facts and decisions. */
  ExpectationReader expectations() {
    return new ExpectationReader(
        (pointer, code, value, message, suggestion) ->
            problems.add(written.at(pointer).problem(code, value, message, suggestion)));
  }
}
