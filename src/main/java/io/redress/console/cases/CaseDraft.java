package io.redress.console.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.testcase.ExpectedPart;
import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.console.FormProblem;
import io.redress.domain.decision.DecisionJson;
import io.redress.journal.write.DecisionRecord;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The material for a new test case: a decision and the existing test cases.
 *
 * @param base the rule set to which the test case is added
 */
record CaseDraft(DecisionRecord decided, JsonNode decision, StoredRuleSet base, CaseFiles files) {
  static CaseDraft of(
      DecisionRecord decided, StoredRuleSet base, RuleSetFiles files, TestCases cases) {
    return new CaseDraft(
        decided, DecisionJson.read(decided.decision()), base, new CaseFiles(files, cases));
  }

  public String freeId() {
    String reason = DecisionJson.read(decided.facts()).path("reason").asText();
    return NewCase.freeId(files.cases().ids(), reason, decided.resolution());
  }

  public List<ExpectedPart> parts() {
    return Arrays.stream(ExpectedPart.values())
        .filter(part -> part != ExpectedPart.CUSTOM || decision.has(part.member()))
        .toList();
  }

  NewCase testCase(CaseForm form) {
    return NewCase.of(
        CaseForm.tidied(form.id),
        CaseForm.tidied(form.title),
        CaseForm.tidied(form.source),
        (ObjectNode) DecisionJson.read(decided.facts()),
        decision,
        form.parts());
  }

  List<FormProblem> problems(CaseForm form) {
    List<FormProblem> problems = new ArrayList<>(files.problems(form));
    if (form.parts().isEmpty()) {
      problems.add(new FormProblem("part-RESOLUTION", "cases.nothingExpected"));
    }
    return problems;
  }
}
