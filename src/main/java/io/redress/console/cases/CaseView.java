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
 * A test case and its outcome, for a page.
 *
 * @param facts link to try its facts; null if the case expects them to be refused
 * @param file download link of its file
 */
record CaseView(String version, CaseOutcome outcome, @Nullable String facts, String file) {

  static CaseView of(String version, CaseOutcome outcome, TestCases cases) {
    return new CaseView(
        version,
        outcome,
        cases.facts(outcome.id()).map(facts -> Links.facts(FactTree.of(facts))).orElse(null),
        Links.file(version, outcome.place().file()));
  }

  /** Whether its id, title, source or file contain all words, ignoring case. */
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
