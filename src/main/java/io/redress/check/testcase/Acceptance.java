package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.YamlEdit;
import io.redress.rules.source.YamlEntries;
import io.redress.rules.table.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Failing test cases whose new results were accepted: their files, in which nothing but the
 * expected values changed.
 *
 * @param files the rule set with the changed cases
 * @param accepted ids of the cases that pass now
 * @param problems of the cases that could not be changed, each at its place
 */
public record Acceptance(RuleSetFiles files, List<String> accepted, List<RuleProblem> problems) {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  public Acceptance {
    accepted = List.copyOf(accepted);
    problems = List.copyOf(problems);
  }

  /**
   * Accepts what the rules decide as the expected result.
   *
   * @param ids of the cases; those that pass stay as they are
   * @param decide decides by the rule set
   */
  public static Acceptance of(
      RuleSetFiles files, Collection<String> ids, Function<Dispute, Decision> decide) {
    Terms terms = Terms.read(files.rules(), new ProblemList());
    TestCases cases = TestCases.of(files, new ProblemList());
    List<String> accepted = new ArrayList<>();
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles changed = files;
    for (String id : Set.copyOf(ids).stream().sorted().toList()) {
      TestCases one = cases.only(id);
      CaseOutcome outcome = one.run(decide).failures().stream().findFirst().orElse(null);
      if (outcome == null) {
        continue;
      }
      RuleSetFiles next = changed(changed, outcome, one, terms, decide);
      boolean passes =
          next != changed
              && TestCases.of(next, new ProblemList()).only(id).run(decide).passed() == 1;
      if (passes) {
        accepted.add(id);
        changed = next;
      } else {
        problems.add(
            outcome
                .place()
                .problem(
                    ProblemCode.CASE_FAILED,
                    id,
                    "the new result of " + id + " cannot be written into the case.",
                    "Change what the case expects yourself."));
      }
    }
    return new Acceptance(changed, accepted, problems);
  }

  /** The files with new values in the case; the same files if there are none. */
  private static RuleSetFiles changed(
      RuleSetFiles files,
      CaseOutcome outcome,
      TestCases one,
      Terms terms,
      Function<Dispute, Decision> decide) {
    String file = outcome.place().file();
    Dispute dispute = one.disputes().stream().findFirst().orElse(null);
    boolean failed = outcome.differences().stream().anyMatch(it -> it.name().equals("decision"));
    if (dispute == null || failed || !file.endsWith(".yaml")) {
      return files;
    }
    byte[] before = Objects.requireNonNull(files.all().get(file));
    YamlEdit edit = YamlEdit.of(before);
    int entry = edit.entry(outcome.id()).orElseThrow();
    LocatedJson written = YamlEntries.read(file, before, new ProblemList()).get(entry);
    Map<String, JsonNode> values =
        AcceptedCase.changes(
            written.tree().path("expect"),
            JSON.valueToTree(decide.apply(dispute)),
            outcome.differences(),
            terms.own());
    values.forEach((pointer, value) -> edit.set(entry, pointer, value));
    return values.isEmpty() ? files : files.with(Map.of(file, edit.bytes()));
  }
}
