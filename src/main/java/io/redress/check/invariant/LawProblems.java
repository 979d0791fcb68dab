package io.redress.check.invariant;

import io.redress.check.expectation.ExpectationReader;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Terms;
import java.util.Collection;
import java.util.List;

/**
 * Receives the problems of one law.
 *
 * @param law the law as written
 * @param terms that laws of the rule set may name
 * @param problems the problems of all laws
 */
record LawProblems(LocatedJson law, Terms terms, List<RuleProblem> problems) {

  void add(String pointer, ProblemCode code, String message, String suggestion) {
    problems.add(law.at(pointer).problem(code, null, message, suggestion));
  }

  /** Adds the problem of an unknown word, with the closest known one. */
  void unknown(String pointer, String word, Collection<String> known, String where) {
    add(
        pointer,
        ProblemCode.UNKNOWN_NAME,
        word + " is unknown " + where + ".",
        ClosestWord.advice(word, known));
  }

  /** A reader for the law's expectations of facts and decisions. */
  ExpectationReader expectations() {
    return new ExpectationReader(
        (pointer, code, value, message, suggestion) ->
            problems.add(law.at(pointer).problem(code, value, message, suggestion)),
        terms.own());
  }
}
