package io.redress.console.cases;

import io.redress.check.expectation.Difference;
import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestCases;
import io.redress.console.Links;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case, as people look at it.
 *
 * @param facts where its facts can be tried; null where they are to be refused
 * @param file where the file that it is written in can be saved
 */
record CaseView(String version, CaseOutcome outcome, @Nullable String facts, String file) {

  static CaseView of(String version, CaseOutcome outcome, TestCases cases) {
    return new CaseView(
        version,
        outcome,
        cases.facts(outcome.id()).map(facts -> Links.facts(FactTree.of(facts))).orElse(null),
        Links.file(version, outcome.place().file()));
  }

  /** Whether all the words are in its id, title, source or file, in whatever letters. */
  static boolean matches(CaseOutcome outcome, String words) {
    String text =
        String.join(
                "\n",
                outcome.id(),
                outcome.title(),
                outcome.source() == null ? "" : outcome.source(),
                outcome.place().toString())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }

  public String id() {
    return outcome.id();
  }

  public boolean passed() {
    return outcome.passed();
  }

  public List<Difference> differences() {
    return outcome.differences();
  }

  public String place() {
    return outcome.place().toString();
  }
}
