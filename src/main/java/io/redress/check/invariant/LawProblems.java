package io.redress.check.invariant;

import io.redress.check.expectation.ExpectationReader;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.Collection;
import java.util.List;

/**
 * Takes what is wrong with one law.
 *
 * @param written the law
 * @param problems those of all laws
 */
record LawProblems(LocatedJson written, List<RuleProblem> problems) {

  void add(String pointer, ProblemCode code, String message, String suggestion) {
    problems.add(written.at(pointer).problem(code, null, message, suggestion));
  }

  /** Of a word that says nothing where it stands. */
  void unknown(String pointer, String word, Collection<String> known, String where) {
    add(
        pointer,
        ProblemCode.UNKNOWN_NAME,
        word + " says nothing " + where + ".",
        ClosestWord.advice(word, known));
  }

  /** Reads what the law says of facts and decisions. */
  ExpectationReader expectations() {
    return new ExpectationReader(
        (pointer, code, value, message, suggestion) ->
            problems.add(written.at(pointer).problem(code, value, message, suggestion)));
  }
}
